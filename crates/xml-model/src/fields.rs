//! Takes an element apart into known values and the rest.

use std::borrow::Cow;

use bt_sra_core::{Error, Result};

use crate::element::trimmed;
use crate::tree::Rest;
use crate::{Element, Extra, LooseTime, Scalar, Time, Tree};

/// Names of the attribute that holds the seconds of a time.
const EPOCH: [&str; 2] = ["ts", "timestamp"];

/// For how many values of a list room is made at once.
const RESERVED: usize = 64;

/// A value that is read from an element.
pub trait FromElement: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](bt_sra_core::ErrorKind::Decode) with the place of what is missing or
    /// has another form.
    fn from_element(element: Element<'_>) -> Result<Self>;
}

/// The attributes and elements of an element, taken one by one; what nobody took is in
/// [`Fields::extra`]. The order of the document does not count.
///
/// An element or attribute that is there but blank counts as absent, except for texts.
///
/// ```
/// use bt_sra_core::Result;
/// use bt_sra_xml_model::{Answer, Document, Element, Extra, Fields, answer, Limits};
///
/// struct Door {
///     id: i64,
///     name: String,
///     extra: Extra,
/// }
///
/// impl Document for Door {
///     const ROOT: &'static str = "door";
///
///     fn from_root(root: Element<'_>) -> Result<Self> {
///         let mut fields = Fields::of(root);
///         Ok(Self { id: fields.needs_attribute("id")?, name: fields.needs("name")?, extra: fields.extra() })
///     }
/// }
///
/// let xml = br#"<door id="7" color="red"><name>Front</name></door>"#;
/// let Answer::Data(door) = answer::<Door>(xml, &Limits::default())? else { panic!() };
/// assert_eq!((door.id, door.name.as_str(), door.extra.attribute("color")), (7, "Front", Some("red")));
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Fields<'a> {
    element: Element<'a>,
    /// None where it was taken.
    children: Vec<Option<Element<'a>>>,
    /// How many of the first ones were taken: most documents keep to the order in which they are read.
    start: usize,
    /// Names of the attributes that were asked for; the first ones, and the others.
    known: ([&'static str; 4], Vec<&'static str>),
    /// Taken, but understood in part only.
    partly: Vec<Tree>,
    /// Whether the text was taken.
    has_text: bool,
}

impl<'a> Fields<'a> {
    /// Takes an element.
    #[must_use]
    pub fn of(element: Element<'a>) -> Self {
        Self {
            element,
            children: element.children().map(Some).collect(),
            start: 0,
            known: ([""; 4], Vec::new()),
            partly: Vec::new(),
            has_text: false,
        }
    }

    /// Takes an attribute.
    ///
    /// # Errors
    /// When it has another form.
    pub fn attribute<T: Scalar>(&mut self, name: &'static str) -> Result<Option<T>> {
        self.know(name);
        let Some(value) = self.element.attribute(name) else { return Ok(None) };
        scalar(value, || self.element.error(&format!("the attribute `{name}` is not {}", T::EXPECTED)))
    }

    /// Takes an attribute that must be there.
    ///
    /// # Errors
    /// When it is missing or has another form.
    pub fn needs_attribute<T: Scalar>(&mut self, name: &'static str) -> Result<T> {
        let value = self.attribute(name)?;
        value.ok_or_else(|| self.element.error(&format!("the attribute `{name}` is missing")))
    }

    /// Takes an attribute if it has the expected form; else it stays in the rest.
    pub fn guess_attribute<T: Scalar>(&mut self, name: &'static str) -> Option<T> {
        let value = scalar(self.element.attribute(name)?, || ()).ok()?;
        self.know(name);
        value
    }

    /// Takes the first element of a name and reads its text.
    ///
    /// # Errors
    /// When it has another form.
    pub fn child<T: Scalar>(&mut self, name: &str) -> Result<Option<T>> {
        let Some(child) = self.take(name) else { return Ok(None) };
        self.keep_unless_plain(child);
        scalar(&child.text(), || child.error(&format!("a text that is not {}", T::EXPECTED)))
    }

    /// Takes the first element of a name, which must be there, and reads its text.
    ///
    /// # Errors
    /// When it is missing or has another form.
    pub fn needs<T: Scalar>(&mut self, name: &str) -> Result<T> {
        let value = self.child(name)?;
        value.ok_or_else(|| self.missing(name))
    }

    /// Takes the first element of a name and reads its text without the white space around it; a
    /// blank one is none.
    pub fn word(&mut self, name: &str) -> Option<String> {
        let child = self.take(name)?;
        self.keep_unless_plain(child);
        Some(trimmed(&child.text()).to_owned()).filter(|text| !text.is_empty())
    }

    /// Takes the first element of a name, which must be there and not blank, and reads its text
    /// without the white space around it.
    ///
    /// # Errors
    /// When it is missing or blank.
    pub fn needs_word(&mut self, name: &str) -> Result<String> {
        self.word(name).ok_or_else(|| self.missing(name))
    }

    /// Takes the first element of a name, which must be there but may be blank, and reads its text
    /// without the white space around it.
    ///
    /// # Errors
    /// When it is missing.
    pub fn needs_word_or_blank(&mut self, name: &str) -> Result<String> {
        let child = self.take(name).ok_or_else(|| self.missing(name))?;
        self.keep_unless_plain(child);
        Ok(child.text().trim().to_owned())
    }

    /// Takes the first element of a name and reads its text as it is; a blank one is none.
    pub fn shown<T: Scalar>(&mut self, name: &str) -> Option<T> {
        let child = self.take(name)?;
        self.keep_unless_plain(child);
        let text = child.text();
        if trimmed(&text).is_empty() { None } else { T::from_text(&text) }
    }

    /// Takes the first element of a name if its text has the expected form; else it stays in the
    /// rest. For what no source confirms: a wrong guess must not make a document unreadable.
    pub fn guess<T: Scalar>(&mut self, name: &str) -> Option<T> {
        let place = self.find(name)?;
        let child = *self.children.get(place)?.as_ref()?;
        if child.is_nil() || (!T::BLANK_COUNTS && child.is_empty()) {
            self.take(name);
            return None;
        }
        let value = scalar(&child.text(), || ()).ok()??;
        self.take(name);
        self.keep_unless_plain(child);
        Some(value)
    }

    /// Takes the first element of a name as a time.
    ///
    /// # Errors
    /// When it has another form.
    pub fn time(&mut self, name: &str) -> Result<Option<Time>> {
        let Some((child, epoch, text)) = self.take_time(name) else { return Ok(None) };
        match Time::read(epoch, &text) {
            Some(time) => Ok(Some(time)),
            None if epoch.is_none() && text.trim().is_empty() => Ok(None),
            None => Err(child.error("neither an ISO 8601 time with an offset nor seconds since 1970")),
        }
    }

    /// Takes the first element of a name as a time, if it is one; else it stays in the rest. For
    /// what must not make the rest of a document unreadable.
    pub fn guess_time(&mut self, name: &str) -> Option<Time> {
        let place = self.find(name)?;
        let child = *self.children.get(place)?.as_ref()?;
        let epoch = EPOCH.into_iter().find_map(|name| child.attribute(name));
        Time::read(epoch, &child.text())?;
        self.time(name).ok().flatten()
    }

    /// Takes the first element of a name, which must be there, as a time.
    ///
    /// # Errors
    /// When it is missing or has another form.
    pub fn needs_time(&mut self, name: &str) -> Result<Time> {
        let time = self.time(name)?;
        time.ok_or_else(|| self.missing(name))
    }

    /// Takes the first element of a name as a time, if it is one, and as a text otherwise.
    pub fn loose_time(&mut self, name: &str) -> Option<LooseTime> {
        let (_, epoch, text) = self.take_time(name)?;
        match Time::read(epoch, &text) {
            Some(time) => Some(LooseTime::Time(time)),
            None => Some(text.into_owned()).filter(|text| !text.trim().is_empty()).map(LooseTime::Text),
        }
    }

    /// Takes the first element of a name.
    ///
    /// # Errors
    /// Those of the value.
    pub fn element<T: FromElement>(&mut self, name: &str) -> Result<Option<T>> {
        self.take(name).map(T::from_element).transpose()
    }

    /// Takes the first element of a name, unless it holds nothing at all.
    ///
    /// # Errors
    /// Those of the value.
    pub fn element_unless_empty<T: FromElement>(&mut self, name: &str) -> Result<Option<T>> {
        let child = self.take(name).filter(|child| !child.is_empty());
        child.map(T::from_element).transpose()
    }

    /// Takes the first element of a name, which must be there.
    ///
    /// # Errors
    /// When it is missing, and those of the value.
    pub fn needs_element<T: FromElement>(&mut self, name: &str) -> Result<T> {
        let value = self.element(name)?;
        value.ok_or_else(|| self.missing(name))
    }

    /// Takes all elements of a name.
    ///
    /// # Errors
    /// Those of the values.
    pub fn elements<T: FromElement>(&mut self, name: &str) -> Result<Vec<T>> {
        self.elements_where(|child| child.name() == name)
    }

    /// Takes all elements that fit.
    ///
    /// # Errors
    /// Those of the values.
    pub fn elements_where<T: FromElement>(&mut self, fits: impl Fn(Element<'a>) -> bool) -> Result<Vec<T>> {
        let mut values = Vec::new();
        let count = self.children.len();
        for (at, place) in self.children.iter_mut().enumerate() {
            let Some(child) = place.take_if(|child| fits(*child)) else { continue };
            if values.is_empty() {
                // Most lists hold nothing else; what does not fit must not cost much memory.
                values.reserve((count - at).min(RESERVED));
            }
            values.push(T::from_element(child)?);
        }
        Ok(values)
    }

    /// Takes all the elements of name `item` inside the first element of name `name`. Whatever
    /// else is in there keeps the whole in the rest.
    ///
    /// # Errors
    /// Those of the values.
    pub fn list<T: FromElement>(&mut self, name: &str, item: &str) -> Result<Option<Vec<T>>> {
        let Some(list) = self.take(name) else { return Ok(None) };
        let mut fields = Fields::of(list);
        let items = fields.elements(item)?;
        if !fields.extra().is_empty() {
            self.partly.push(Tree::of(list));
        }
        Ok(Some(items))
    }

    /// Takes the texts of all elements of name `item` inside the first element of name `name`, without
    /// the white space around them. Whatever else is in there keeps the whole in the rest.
    pub fn words(&mut self, name: &str, item: &str) -> Vec<String> {
        let texts = self.texts(name, item);
        texts.into_iter().map(|text| text.trim().to_owned()).collect()
    }

    /// Takes the texts of all elements of name `item` inside the first element of name `name`, as
    /// they are. Whatever else is in there keeps the whole in the rest.
    pub fn texts(&mut self, name: &str, item: &str) -> Vec<String> {
        let Some(list) = self.take(name) else { return Vec::new() };
        let mut words = Vec::new();
        let mut is_whole = list.attributes().next().is_none() && list.text().trim().is_empty();
        for child in list.children() {
            let is_plain = child.attributes().next().is_none() && child.children().next().is_none();
            is_whole &= is_plain && child.name() == item;
            if child.name() == item {
                words.push(child.text().into_owned());
            }
        }
        if !is_whole {
            self.keep(list);
        }
        words
    }

    /// Takes the first element of a name as it is. One that says `xsi:nil` counts as absent.
    pub fn take(&mut self, name: &str) -> Option<Element<'a>> {
        let place = self.find(name)?;
        let child = self.children.get_mut(place)?.take();
        while self.children.get(self.start).is_some_and(Option::is_none) {
            self.start += 1;
        }
        let nil = child.filter(|child| child.is_nil());
        if let Some(nil) = nil.filter(|nil| nil.attributes().nth(1).is_some()) {
            self.keep(nil);
        }
        child.filter(|_| nil.is_none())
    }

    /// Takes all text directly inside, joined.
    pub fn text(&mut self) -> Cow<'a, str> {
        self.has_text = true;
        self.element.text()
    }

    /// Takes all that is inside: the text, or how it is written if there are elements.
    pub fn text_or_source(&mut self) -> Cow<'a, str> {
        let text = self.text();
        if self.children.is_empty() {
            return text;
        }
        self.children.clear();
        self.start = 0;
        Cow::Borrowed(self.element.source())
    }

    /// Takes the text directly inside, which must be a value.
    ///
    /// # Errors
    /// When it is missing or has another form.
    pub fn needs_text<T: Scalar>(&mut self) -> Result<T> {
        let refuse = |element: Element<'_>| element.error(&format!("a text that is not {}", T::EXPECTED));
        let text = self.text();
        scalar(&text, || refuse(self.element))?.ok_or_else(|| refuse(self.element))
    }

    /// Puts an element that was taken with [`Fields::take`] into the rest after all.
    pub fn keep(&mut self, element: Element<'_>) {
        self.partly.push(Tree::of(element));
    }

    /// Returns what nobody took.
    #[must_use]
    pub fn extra(self) -> Extra {
        let mut attributes = self.element.plain_attributes();
        let has_attributes = attributes.any(|(name, _)| name.is_none_or(|name| !self.is_asked(name)));
        let has_elements = !self.partly.is_empty() || self.children.iter().any(Option::is_some);
        let has_text = !self.has_text && !self.element.is_textless();
        if !(has_attributes || has_elements || has_text) {
            return Extra::default();
        }
        let attributes = self.element.attributes().filter(|(name, _)| !self.is_asked(name));
        let attributes = attributes.map(|(name, value)| (name.into_owned(), value.to_owned())).collect();
        let text = if has_text { self.element.text().trim().to_owned() } else { String::new() };
        let left = self.children.into_iter().flatten().map(Tree::of);
        Extra::from(Rest { attributes, elements: self.partly.into_iter().chain(left).collect(), text })
    }

    /// An error about an element that is not there.
    #[must_use]
    pub fn missing(&self, name: &str) -> Error {
        self.element.error(&format!("the element `{name}` is missing"))
    }

    fn is_asked(&self, name: &str) -> bool {
        self.known.0.contains(&name) || self.known.1.contains(&name)
    }

    fn know(&mut self, name: &'static str) {
        match self.known.0.iter_mut().find(|place| place.is_empty()) {
            Some(place) => *place = name,
            None => self.known.1.push(name),
        }
    }

    fn take_time(&mut self, name: &str) -> Option<(Element<'a>, Option<&'a str>, Cow<'a, str>)> {
        let child = self.take(name)?;
        let is_plain = child.children().next().is_none()
            && child.attributes().all(|(name, _)| EPOCH.contains(&name.as_ref()));
        let mut written = EPOCH.into_iter().filter_map(|name| child.attribute(name));
        let epoch = written.next().filter(|text| !text.trim().is_empty());
        let is_number = epoch.is_none_or(|epoch| i64::from_text(epoch).is_some());
        if !(is_plain && is_number) || written.next().is_some() {
            self.partly.push(Tree::of(child));
        }
        Some((child, epoch, child.text()))
    }

    /// Keeps a copy of an element that holds more than the text that was read from it.
    fn keep_unless_plain(&mut self, element: Element<'_>) {
        if element.attribute_count() > 0 || element.children().next().is_some() {
            self.partly.push(Tree::of(element));
        }
    }

    fn find(&self, name: &str) -> Option<usize> {
        let is_it = |child: &Option<Element<'_>>| child.is_some_and(|child| child.name() == name);
        let left = self.children.get(self.start..)?;
        left.iter().position(is_it).map(|place| self.start + place)
    }
}

/// Reads a value; a blank text is none, unless it counts.
fn scalar<T: Scalar, E>(text: &str, refuse: impl FnOnce() -> E) -> Result<Option<T>, E> {
    if !T::BLANK_COUNTS && trimmed(text).is_empty() {
        return Ok(None);
    }
    T::from_text(text).map(Some).ok_or_else(refuse)
}
