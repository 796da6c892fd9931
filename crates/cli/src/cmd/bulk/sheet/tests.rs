//! Files as spreadsheets and people write them.

use expect_test::{Expect, expect};

use super::*;

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "written in place")]
fn check(bytes: impl AsRef<[u8]>, expected: Expect) {
    let rendered = match read("f.csv", bytes.as_ref()) {
        Ok(sheet) => {
            let rows = sheet.rows.iter().map(|row| format!("{}: {:?}\n", row.line, row.cells));
            format!("{:?}\n{}", sheet.columns, rows.collect::<String>())
        }
        Err(failure) => failure.report(),
    };
    expected.assert_eq(&rendered);
}

#[test]
fn separators_marks_and_line_ends_of_spreadsheets_are_read() {
    let expected = || {
        expect![[r#"
            ["name", "tag"]
            2: ["a,b;c", "x"]
            3: ["d", ""]
        "#]]
    };
    check("name,tag\n\"a,b;c\",x\nd,\n", expected());
    check("\u{feff}name;tag\r\n\"a,b;c\";x\r\nd;\r\n", expected());
    check("name\ttag\n\"a,b;c\"\tx\nd\t", expected());
}

#[test]
fn the_separator_can_be_announced() {
    check(
        "sep=;\r\nname;a,b,c\r\n1;2\r\n",
        expect![[r#"
            ["name", "a,b,c"]
            3: ["1", "2"]
        "#]],
    );
    check(
        "sep=\t\nname\ta,b\n1\t2\n",
        expect![[r#"
            ["name", "a,b"]
            3: ["1", "2"]
        "#]],
    );
}

#[test]
fn what_cannot_separate_is_not_taken_for_an_announcement() {
    check(
        "sep=n\n1\n",
        expect![[r#"
            ["sep=n"]
            2: ["1"]
        "#]],
    );
}

#[test]
fn a_tab_can_be_announced_and_what_cannot_separate_is_told() {
    check(
        "sep=\t\r\nname\ttag\r\n1\t2\r\n",
        expect![[r#"
            ["name", "tag"]
            3: ["1", "2"]
        "#]],
    );
    check(
        "sep=\"\nname\"tag\n",
        expect![[r#"
            btapi: f.csv: line 1: a quote cannot separate cells
        "#]],
    );
}

#[test]
fn every_row_has_a_line_of_its_own_whatever_ends_lines() {
    // As old programs on a Mac write it.
    check(
        "name,tag\ra,x\r\r\"two\rlines\",y\rb,z\r",
        expect![[r#"
            ["name", "tag"]
            2: ["a", "x"]
            4: ["two\rlines", "y"]
            6: ["b", "z"]
        "#]],
    );
    check(
        "sep=;\rname;tag\ra;x\r",
        expect![[r#"
            ["name", "tag"]
            3: ["a", "x"]
        "#]],
    );
    check(
        b"name\ra\rK\xf6ln\r",
        expect![[r#"
            btapi: f.csv: line 3: the byte 0xf6 is not UTF-8
            btapi: hint: save it as "CSV UTF-8"
        "#]],
    );
}

#[test]
fn lines_are_counted_over_empty_ones_and_within_cells() {
    check(
        "name,tag\n\n\"two\nlines\",x\n\n\n;,;,;\n,\nlast,\"y\"\n",
        expect![[r#"
            btapi: f.csv: the file was refused, nothing was sent
              line 7: 3 cells, but the header has 2 (separated by `,`; a cell with one in it needs quotes)
        "#]],
    );
    check(
        "name,tag\r\n\r\n\"two\r\nlines\",x\r\n,\r\nlast,\"say \"\"y\"\"\"\r\n",
        expect![[r#"
            ["name", "tag"]
            3: ["two\r\nlines", "x"]
            6: ["last", "say \"y\""]
        "#]],
    );
}

#[test]
fn what_is_no_text_is_refused_with_its_line() {
    check(
        b"name\na\nK\xf6ln\n",
        expect![[r#"
            btapi: f.csv: line 3: the byte 0xf6 is not UTF-8
            btapi: hint: save it as "CSV UTF-8"
        "#]],
    );
    check(
        b"\xff\xfen\0",
        expect![[r#"
            btapi: f.csv: the file is UTF-16, not UTF-8
            btapi: hint: save it as "CSV UTF-8"
        "#]],
    );
    check(
        b"PK\x03\x04\x14\0",
        expect![[r#"
            btapi: f.csv: this is a workbook, not a CSV file
            btapi: hint: save it as "CSV UTF-8"
        "#]],
    );
    check(
        b"name\na\0b\n",
        expect![[r#"
            btapi: f.csv: line 2: a zero byte: this is no text
        "#]],
    );
}

#[test]
fn holes_in_the_form_are_all_told_at_once() {
    check(
        "name,tag,name,\na\nb,c,d,e\nf,\"g,h,i\n",
        expect![[r#"
            btapi: f.csv: the file was refused, nothing was sent
              line 1: the columns 1 and 3 are both called `name`
              line 2: 1 cell, but the header has 4 (separated by `,`; a cell with one in it needs quotes)
              line 3: the cell in column 4 has no name above it
              line 4: a quote is not closed; within quotes it is written twice
              line 4: 2 cells, but the header has 4 (separated by `,`; a cell with one in it needs quotes)
        "#]],
    );
}

#[test]
fn nothing_is_no_sheet_and_a_header_alone_is_one() {
    check(
        " \n",
        expect![[r#"
            [""]
        "#]],
    );
    check(
        "",
        expect![[r#"
            btapi: f.csv: the file is empty
            btapi: hint: the first line names the columns: type,name,jump_group,…
        "#]],
    );
    check(
        "name;tag;;\n",
        expect![[r#"
            ["name", "tag", "", ""]
        "#]],
    );
}

#[test]
fn what_is_written_is_read_again() {
    let cells = ["a,b;c", "say \"y\"", "two\r\nlines", "", " x ", "\t", "=1+1"];
    for separator in SEPARATORS {
        let mut writer = Writer::new(separator);
        writer.row(["1", "2", "3", "4", "5", "6", "7"]).unwrap();
        writer.row(cells).unwrap();
        let sheet = read("f", &writer.take(separator).unwrap()).unwrap();
        assert_eq!(sheet.rows[0].cells, cells);
    }
}
