//! The refusals that only mean that there is nothing.

use crate::Refusal;

/// The sentences with which an appliance says that nothing matches, instead of sending an empty
/// list. They are in the language of the site and carry no code, so that only sentences that somebody
/// has seen can be known.
///
/// Known by default are the end of the English sentences about reports, the English sentence about
/// archives, and the end of the French one about reports. For a site in another language, add what
/// it says. Neither case, nor white space, nor a full stop at the end, nor the form of an apostrophe
/// counts.
///
/// ```
/// use bt_sra_xml_model::NoData;
///
/// let known = NoData::default().ending("entsprechen Ihren Kriterien.");
/// assert!(known.says("Keine Sitzungen  entsprechen Ihren Kriterien"));
/// assert!(known.says("No Support report information matching your chosen criteria is available."));
/// assert!(!known.says("Invalid lsid."));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NoData {
    /// As [`plain`] makes them.
    ends: Vec<String>,
    whole: Vec<String>,
}

impl NoData {
    /// Knows no sentence: whatever the appliance refuses is an error.
    #[must_use]
    pub fn none() -> Self {
        Self { ends: Vec::new(), whole: Vec::new() }
    }

    /// Adds the end of sentences. A blank one is not added: everything ends so.
    #[must_use]
    pub fn ending(mut self, end: &str) -> Self {
        self.ends.extend(Some(plain(end)).filter(|end| !end.is_empty()));
        self
    }

    /// Adds a whole sentence.
    #[must_use]
    pub fn sentence(mut self, sentence: &str) -> Self {
        self.whole.push(plain(sentence));
        self
    }

    /// Returns whether the words of a refusal say so.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        let words = plain(words);
        self.ends.iter().any(|end| words.ends_with(end)) || self.whole.contains(&words)
    }

    pub(super) fn is_meant_by(&self, refusal: &Refusal) -> bool {
        self.says(&refusal.message)
    }
}

impl Default for NoData {
    fn default() -> Self {
        Self::none()
            .ending("matching your chosen criteria is available.")
            .ending("correspondant à vos critères n’est disponible.")
            .sentence("No archives found for the given search criteria.")
    }
}

/// A sentence without what does not count.
fn plain(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ").to_lowercase().replace('\u{2019}', "'");
    words.trim_end_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_known_whatever_their_dress() {
        let known = NoData::default();
        for words in [
            "No Support report information matching your chosen criteria is available.",
            "No Support Team report information matching your chosen criteria is available.",
            "\n\tNo vault account activity matching your\n chosen criteria is available \n",
            "Aucune information correspondant à vos critères n’est disponible.",
            "Aucune information correspondant à vos critères n'est disponible",
            "no archives found for the given search criteria.",
        ] {
            assert!(known.says(words), "{words}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        let known = NoData::default().ending(" . ").sentence("Nichts gefunden.");
        for words in [
            "",
            ".",
            "Invalid lsid.",
            "Data matching your chosen criteria is available to administrators only.",
            "No archives found for the given search criteria. Call support.",
            "Hier wurde nichts gefunden.",
        ] {
            assert!(!known.says(words), "{words}");
        }
        assert!(known.says("Nichts gefunden"));
        assert!(!NoData::none().says("No data matching your chosen criteria is available."));
    }
}
