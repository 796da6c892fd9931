//! Text in lines, for help and explanations.

/// A blank at which no line is broken.
pub(crate) const TIE: &str = "\u{a0}";

/// Appends a text in lines of up to `width` letters, the first indented by `first`, others by
/// `indent`.
pub(crate) fn wrapped(first: usize, indent: usize, text: &str, width: usize, out: &mut String) {
    let room = width.saturating_sub(indent).max(20);
    out.extend(std::iter::repeat_n(' ', first));
    let mut used = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            used = 0;
        }
        if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(&word.replace(TIE, " "));
        used += length;
    }
    out.push('\n');
}
