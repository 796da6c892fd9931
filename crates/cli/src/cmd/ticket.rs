//! `btapi ticket`

pub(super) mod serve;
pub(super) mod test;

use bt_sra::webhook::ReplyForm;

use crate::args::Form;

fn form(form: Form) -> ReplyForm {
    match form {
        Form::Form => ReplyForm::Form,
        Form::Json => ReplyForm::Json,
    }
}
