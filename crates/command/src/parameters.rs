//! What the calls of the single actions take beyond what every call takes.

use std::fmt::Display;
use std::time::Duration;

use bt_sra_xml_model::ClientId;

use crate::actions::{
    CreateVirtualCustomer, GenerateSessionKey, GetConnectedClientList, GetConnectedClients, GetSupportTeams,
    SetFailoverRole, SetSessionAttributes, XmlAction,
};
use crate::{Call, ClientFilter, Priority};

/// Most clients that one call may ask for.
const CLIENTS: usize = 100;

impl Call<SetFailoverRole> {
    /// Synchronizes with the peer first. All users of the old primary are disconnected, and the
    /// role changes only when the data are the same: see `until_data_sync` of the handles.
    pub fn data_sync_first(self) -> Self {
        self.flag("data_sync_first", true)
    }
}

impl Call<GetSupportTeams> {
    /// Lists the members of each team too. The name of the parameter is known from programs of
    /// others only.
    pub fn show_members(self) -> Self {
        self.flag("showmembers", true)
    }
}

impl Call<GenerateSessionKey> {
    /// Limits how long the key is valid, in whole seconds; a day otherwise. The name of the
    /// parameter is known from programs of others only.
    pub fn ttl(self, valid: Duration) -> Self {
        match valid.as_secs() {
            0 => self.faulty("a key cannot be valid for less than a second"),
            seconds => self.set("ttl", seconds),
        }
    }

    /// Sets how soon the session is to be taken. The name of the parameter is known from programs
    /// of others only.
    pub fn priority(self, priority: Priority) -> Self {
        self.set("session.priority", priority.number())
    }

    /// Sets the skills that the representative needs, by code name. The name of the parameter is
    /// known from programs of others only.
    pub fn skills<T: Display>(self, code_names: impl IntoIterator<Item = T>) -> Self {
        self.list("session.skills", code_names)
    }

    /// Sets the public site whose host name the address of the key has. The key itself is valid on
    /// all sites.
    pub fn url_hostname(self, hostname: impl Into<String>) -> Self {
        self.set("url_hostname", hostname.into())
    }
}

impl Call<CreateVirtualCustomer> {
    /// Sets the language of the customer, one of those installed: `en-us`, `de`, `ja`.
    pub fn locale(self, locale: impl Into<String>) -> Self {
        self.set("locale", locale.into())
    }

    /// Lets the address lead to a chat in the browser, and not to the native client.
    pub fn chat_url(self) -> Self {
        self.flag("chat_url", true)
    }

    /// Sets the public site whose host name the address has: RS 24.3 and later.
    pub fn public_site(self, hostname: impl Into<String>) -> Self {
        self.set("public_site", hostname.into())
    }
}

/// Actions that set attributes of a session.
macro_rules! attributes {
    ($($action:ident: $more:literal),*) => {$(
        impl Call<$action> {
            /// Sets the key of another system, such as the number of a ticket: 1,024 characters.
            pub fn external_key(self, key: impl Into<String>) -> Self {
                self.custom("external_key", key)
            }

            /// Sets a custom attribute by its code name, which must be set up on the appliance:
            /// 1,024 characters, and 10 KB in all attributes together.
            #[doc = $more]
            pub fn custom(self, code_name: impl Display, value: impl Into<String>) -> Self {
                self.set(format!("session.custom.{code_name}"), value.into())
            }
        }
    )*};
}
attributes! {
    GenerateSessionKey: "",
    SetSessionAttributes: "An attribute that is not set keeps its value; an empty text clears it."
}

/// Actions about connected clients.
macro_rules! clients {
    ($($action:ident),*) => {$(
        impl Call<$action> {
            /// Asks for these kinds of clients only. An empty list makes a call that cannot be sent.
            pub fn kinds(self, kinds: impl IntoIterator<Item = ClientFilter>) -> Self {
                self.list("type", kinds)
            }
        }
    )*};
}
clients!(GetConnectedClientList, GetConnectedClients);

impl Call<GetConnectedClientList> {
    /// Asks for the counts only.
    pub fn summary_only(self) -> Self {
        self.flag("summary_only", true)
    }
}

impl Call<GetConnectedClients> {
    /// Asks for these clients only, 100 at most. An empty list makes a call that cannot be sent.
    pub fn ids<'a>(self, ids: impl IntoIterator<Item = &'a ClientId>) -> Self {
        let ids: Vec<&ClientId> = ids.into_iter().collect();
        if ids.len() > CLIENTS {
            return self.faulty("one call may ask for 100 clients at most");
        }
        self.list("id", ids)
    }

    /// Asks for the connections and the latest events of each client too.
    pub fn include_connections(self) -> Self {
        self.flag("include_connections", true)
    }
}

impl<A: XmlAction> Call<A> {
    /// Sets how a representative is named.
    pub(crate) fn rep(self, rep: &crate::Rep) -> Self {
        match rep {
            crate::Rep::Id(id) => self.set("rep_id", id),
            crate::Rep::Username(name) => self.set("rep_username", name),
        }
    }
}
