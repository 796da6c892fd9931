// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Network Tunnel Jump.

use bt_sra_core::Patch;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Json, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::Shape;
use crate::{Ensure, Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Deserializer, Serialize};
use super::{
    CopyJumpItem, CopyJumpItemResponse, JumpGroupRef, JumpGroupType, JumpPolicyId,
    JumpointId, NetworkTunnelJumpId, SessionPolicyId,
};

/// Network Tunnel Jumps: `/jump-item/network-tunnel-jump`.
#[derive(Clone, Debug)]
pub struct NetworkTunnelJumps {
    pub(crate) scope: Scope,
}

impl NetworkTunnelJumps {
    /// Lists Network Tunnel Jumps.
    ///
    /// `GET /jump-item/network-tunnel-jump`
    pub fn list(&self) -> List<NetworkTunnelJumpList> {
        static OPERATION: Operation = Operation::new(
            "network-tunnel-jump list",
            "/api/config/v1/jump-item/network-tunnel-jump",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Network Tunnel Jump.
    ///
    /// `POST /jump-item/network-tunnel-jump`
    pub fn create(&self, new: NewNetworkTunnelJump) -> Call<NetworkTunnelJump> {
        static OPERATION: Operation = Operation::new(
            "network-tunnel-jump create",
            "/api/config/v1/jump-item/network-tunnel-jump",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&new)
    }
    /// Reads a Network Tunnel Jump.
    ///
    /// `GET /jump-item/network-tunnel-jump/{id}`
    pub fn get(&self, id: NetworkTunnelJumpId) -> Call<NetworkTunnelJump> {
        static OPERATION: Operation = Operation::new(
            "network-tunnel-jump get",
            "/api/config/v1/jump-item/network-tunnel-jump/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Network Tunnel Jump.
    ///
    /// `PATCH /jump-item/network-tunnel-jump/{id}`
    pub fn update(
        &self,
        id: NetworkTunnelJumpId,
        patch: NetworkTunnelJumpPatch,
    ) -> Call<NetworkTunnelJump> {
        static OPERATION: Operation = Operation::new(
            "network-tunnel-jump update",
            "/api/config/v1/jump-item/network-tunnel-jump/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Deletes a Network Tunnel Jump.
    ///
    /// `DELETE /jump-item/network-tunnel-jump/{id}`
    pub fn delete(&self, id: NetworkTunnelJumpId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "network-tunnel-jump delete",
            "/api/config/v1/jump-item/network-tunnel-jump/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&id])
    }
    /// Calls `copy` of a Network Tunnel Jump.
    ///
    /// `POST /jump-item/network-tunnel-jump/{id}/copy`
    pub fn copy(
        &self,
        id: NetworkTunnelJumpId,
        body: CopyJumpItem,
    ) -> Call<CopyJumpItemResponse> {
        static OPERATION: Operation = Operation::new(
            "network-tunnel-jump copy",
            "/api/config/v1/jump-item/network-tunnel-jump/{id}/copy",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id]).json(&body)
    }
    /// Finds a Network Tunnel Jump by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<NetworkTunnelJumpList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| Some(&item.name))
    }
    /// Makes a Network Tunnel Jump be there as `new` says, by its `name`: creates it, or updates what differs.
    pub fn ensure(&self, new: NewNetworkTunnelJump) -> Ensure<NetworkTunnelJumpList> {
        let handle = self.clone();
        Ensure::new(
            "name",
            |name| self.find_by_name(name),
            self.create(new),
            move |item| handle.update(item.id, NetworkTunnelJumpPatch::new()),
        )
    }
}

/// The list of `/jump-item/network-tunnel-jump`.
#[derive(Clone, Copy, Debug)]
pub enum NetworkTunnelJumpList {}

impl Listing for NetworkTunnelJumpList {
    type Item = NetworkTunnelJump;
    const PAGED: bool = true;
}

impl Paged for NetworkTunnelJumpList {}

impl List<NetworkTunnelJumpList> {
    /// Keeps what has this `jump_group_id` and `jump_group_type`.
    pub fn jump_group(self, jump_group: impl Into<JumpGroupRef>) -> Self {
        let jump_group = jump_group.into();
        self.with("jump_group_id", jump_group.id())
            .with("jump_group_type", jump_group.kind())
    }
    /// Keeps what has this `name`: 1 to 128 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `jump_group_id`.
    pub fn jump_group_id(self, jump_group_id: i64) -> Self {
        self.with("jump_group_id", jump_group_id)
    }
    /// Keeps what has this `jump_group_type`.
    pub fn jump_group_type(self, jump_group_type: JumpGroupType) -> Self {
        self.with("jump_group_type", jump_group_type)
    }
    /// Keeps what has this `jumpoint_id`.
    pub fn jumpoint_id(self, jumpoint_id: JumpointId) -> Self {
        self.with("jumpoint_id", jumpoint_id)
    }
    /// Keeps what has this `tag`: 1 to 64 characters.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.with("tag", Into::<String>::into(tag))
    }
}

/// A Network Tunnel Jump, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NetworkTunnelJump {
    /// The id.
    pub id: NetworkTunnelJumpId,
    /// The name: 1 to 128 characters.
    pub name: String,
    /// The jumpoint id.
    pub jumpoint_id: JumpointId,
    /// The jump group id.
    pub jump_group_id: i64,
    /// The jump group type. By default `"shared"`.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_group_type: Option<JumpGroupType>,
    /// The tag: up to 64 characters.
    pub tag: Option<String>,
    /// The comments: up to 1024 characters.
    pub comments: Option<String>,
    /// The jump policy id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub jump_policy_id: Option<JumpPolicyId>,
    /// The session policy id: at least 2.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub session_policy_id: Option<SessionPolicyId>,
    /// The filter rules: 1 to 50 items.
    pub filter_rules: Vec<NetworkTunnelJumpFilterRule>,
}

impl NetworkTunnelJump {
    /// Returns what `jump_group_id` and `jump_group_type` say together.
    #[must_use]
    pub fn jump_group(&self) -> JumpGroupRef {
        JumpGroupRef::new(
            self.jump_group_type.as_ref().map(|kind| kind.as_str()).unwrap_or("shared"),
            self.jump_group_id,
        )
    }
}

/// A Network Tunnel Jump to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewNetworkTunnelJump {
    name: String,
    jumpoint_id: JumpointId,
    jump_group_id: i64,
    jump_group_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_policy_id: Option<JumpPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_policy_id: Option<SessionPolicyId>,
    filter_rules: Vec<NetworkTunnelJumpFilterRule>,
}

impl NewNetworkTunnelJump {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        jumpoint_id: JumpointId,
        jump_group: impl Into<JumpGroupRef>,
        filter_rules: impl IntoIterator<Item = NetworkTunnelJumpFilterRule>,
    ) -> Self {
        let jump_group = jump_group.into();
        Self {
            name: name.into(),
            jumpoint_id,
            jump_group_id: jump_group.id(),
            jump_group_type: jump_group.kind().to_owned(),
            tag: None,
            comments: None,
            jump_policy_id: None,
            session_policy_id: None,
            filter_rules: filter_rules.into_iter().collect(),
        }
    }
    /// Sets the tag: up to 64 characters.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    /// Sets the comments: up to 1024 characters.
    #[must_use]
    pub fn comments(mut self, comments: impl Into<String>) -> Self {
        self.comments = Some(comments.into());
        self
    }
    /// Sets the jump policy id.
    #[must_use]
    pub fn jump_policy_id(mut self, jump_policy_id: JumpPolicyId) -> Self {
        self.jump_policy_id = Some(jump_policy_id);
        self
    }
    /// Sets the session policy id: at least 2.
    #[must_use]
    pub fn session_policy_id(mut self, session_policy_id: SessionPolicyId) -> Self {
        self.session_policy_id = Some(session_policy_id);
        self
    }
}

/// What is to change in a Network Tunnel Jump. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NetworkTunnelJumpPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jumpoint_id: Option<JumpointId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_group_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_group_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    jump_policy_id: Patch<JumpPolicyId>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    session_policy_id: Patch<SessionPolicyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter_rules: Option<Vec<NetworkTunnelJumpFilterRule>>,
}

impl NetworkTunnelJumpPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the name: 1 to 128 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the jumpoint id.
    #[must_use]
    pub fn jumpoint_id(mut self, jumpoint_id: JumpointId) -> Self {
        self.jumpoint_id = Some(jumpoint_id);
        self
    }
    /// Sets `jump_group_id` and `jump_group_type`.
    #[must_use]
    pub fn jump_group(mut self, jump_group: impl Into<JumpGroupRef>) -> Self {
        let jump_group = jump_group.into();
        self.jump_group_id = Some(jump_group.id());
        self.jump_group_type = Some(jump_group.kind().to_owned());
        self
    }
    /// Sets the tag: up to 64 characters.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    /// Sets the comments: up to 1024 characters.
    #[must_use]
    pub fn comments(mut self, comments: impl Into<String>) -> Self {
        self.comments = Some(comments.into());
        self
    }
    /// Sets the jump policy id. [`Patch::Null`] empties it.
    #[must_use]
    pub fn jump_policy_id(
        mut self,
        jump_policy_id: impl Into<Patch<JumpPolicyId>>,
    ) -> Self {
        self.jump_policy_id = jump_policy_id.into();
        self
    }
    /// Sets the session policy id: at least 2. [`Patch::Null`] empties it.
    #[must_use]
    pub fn session_policy_id(
        mut self,
        session_policy_id: impl Into<Patch<SessionPolicyId>>,
    ) -> Self {
        self.session_policy_id = session_policy_id.into();
        self
    }
    /// Sets the filter rules: 1 to 50 items.
    #[must_use]
    pub fn filter_rules(
        mut self,
        filter_rules: impl IntoIterator<Item = NetworkTunnelJumpFilterRule>,
    ) -> Self {
        self.filter_rules = Some(filter_rules.into_iter().collect());
        self
    }
}

/// A Network Tunnel Jump Filter Rule, as it is answered and sent.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NetworkTunnelJumpFilterRule {
    /// The ip addresses.
    pub ip_addresses: NetworkTunnelJumpFilterRuleIpAddresses,
    /// The protocol. By default `"ANY"`.
    #[serde(
        default,
        deserialize_with = "wire::value_or_empty",
        skip_serializing_if = "Option::is_none"
    )]
    pub protocol: Option<IpProtocol>,
    /// The ports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ports: Option<NetworkTunnelJumpFilterRulePorts>,
}

impl NetworkTunnelJumpFilterRule {
    /// Takes what must be there.
    pub fn new(ip_addresses: impl Into<NetworkTunnelJumpFilterRuleIpAddresses>) -> Self {
        Self {
            ip_addresses: ip_addresses.into(),
            protocol: None,
            ports: None,
        }
    }
    /// Sets the protocol. By default `"ANY"`.
    #[must_use]
    pub fn protocol(mut self, protocol: IpProtocol) -> Self {
        self.protocol = Some(protocol);
        self
    }
    /// Sets the ports.
    #[must_use]
    pub fn ports(mut self, ports: impl Into<NetworkTunnelJumpFilterRulePorts>) -> Self {
        self.ports = Some(ports.into());
        self
    }
}

/// A Network Tunnel Jump Filter Rule IP Address CIDR, as it is answered and sent.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NetworkTunnelJumpFilterRuleIpAddressCidr {
    /// The cidr.
    pub cidr: String,
}

impl NetworkTunnelJumpFilterRuleIpAddressCidr {
    /// Takes what must be there.
    pub fn new(cidr: impl Into<String>) -> Self {
        Self { cidr: cidr.into() }
    }
}

/// A Network Tunnel Jump Filter Rule IP Address List, as it is answered and sent.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NetworkTunnelJumpFilterRuleIpAddressList {
    /// The list: 1 to 16 items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<String>>,
}

impl NetworkTunnelJumpFilterRuleIpAddressList {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the list: 1 to 16 items.
    #[must_use]
    pub fn list(mut self, list: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.list = Some(list.into_iter().map(Into::into).collect());
        self
    }
}

/// A Network Tunnel Jump Filter Rule IP Address Range, as it is answered and sent.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NetworkTunnelJumpFilterRuleIpAddressRange {
    /// The range.
    pub range: NetworkTunnelJumpFilterRuleIpAddressRangeRange,
}

impl NetworkTunnelJumpFilterRuleIpAddressRange {
    /// Takes what must be there.
    pub fn new(range: NetworkTunnelJumpFilterRuleIpAddressRangeRange) -> Self {
        Self { range }
    }
}

/// A Network Tunnel Jump Filter Rule IP Address Range Range, as it is answered and sent.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NetworkTunnelJumpFilterRuleIpAddressRangeRange {
    /// The start.
    pub start: String,
    /// The end.
    pub end: String,
}

impl NetworkTunnelJumpFilterRuleIpAddressRangeRange {
    /// Takes what must be there.
    pub fn new(start: impl Into<String>, end: impl Into<String>) -> Self {
        Self {
            start: start.into(),
            end: end.into(),
        }
    }
}

/// A Network Tunnel Jump Filter Rule IP Addresses, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum NetworkTunnelJumpFilterRuleIpAddresses {
    /// A Network Tunnel Jump Filter Rule IP Address CIDR.
    Cidr(NetworkTunnelJumpFilterRuleIpAddressCidr),
    /// A Network Tunnel Jump Filter Rule IP Address Range.
    Range(NetworkTunnelJumpFilterRuleIpAddressRange),
    /// A Network Tunnel Jump Filter Rule IP Address List.
    List(NetworkTunnelJumpFilterRuleIpAddressList),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl From<NetworkTunnelJumpFilterRuleIpAddressCidr>

for NetworkTunnelJumpFilterRuleIpAddresses {
    fn from(value: NetworkTunnelJumpFilterRuleIpAddressCidr) -> Self {
        Self::Cidr(value)
    }
}

impl From<NetworkTunnelJumpFilterRuleIpAddressRange>

for NetworkTunnelJumpFilterRuleIpAddresses {
    fn from(value: NetworkTunnelJumpFilterRuleIpAddressRange) -> Self {
        Self::Range(value)
    }
}

impl From<NetworkTunnelJumpFilterRuleIpAddressList>

for NetworkTunnelJumpFilterRuleIpAddresses {
    fn from(value: NetworkTunnelJumpFilterRuleIpAddressList) -> Self {
        Self::List(value)
    }
}

impl<'de> Deserialize<'de> for NetworkTunnelJumpFilterRuleIpAddresses {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        if shape.has(&["cidr"]) {
            return shape.into().map(Self::Cidr);
        }
        if shape.has(&["range"]) {
            return shape.into().map(Self::Range);
        }
        if shape.has(&["list"]) {
            return shape.into().map(Self::List);
        }
        Ok(Self::Other(shape.into_json()))
    }
}

/// A Network Tunnel Jump Filter Rule Port List, as it is answered and sent.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NetworkTunnelJumpFilterRulePortList {
    /// The list: up to 42 items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<i64>>,
}

impl NetworkTunnelJumpFilterRulePortList {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the list: up to 42 items.
    #[must_use]
    pub fn list(mut self, list: impl IntoIterator<Item = i64>) -> Self {
        self.list = Some(list.into_iter().collect());
        self
    }
}

/// A Network Tunnel Jump Filter Rule Port Range, as it is answered and sent.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NetworkTunnelJumpFilterRulePortRange {
    /// The range.
    pub range: NetworkTunnelJumpFilterRulePortRangeRange,
}

impl NetworkTunnelJumpFilterRulePortRange {
    /// Takes what must be there.
    pub fn new(range: NetworkTunnelJumpFilterRulePortRangeRange) -> Self {
        Self { range }
    }
}

/// A Network Tunnel Jump Filter Rule Port Range Range, as it is answered and sent.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NetworkTunnelJumpFilterRulePortRangeRange {
    /// The start: 1 to 65535.
    pub start: i64,
    /// The end: 1 to 65535.
    pub end: i64,
}

impl NetworkTunnelJumpFilterRulePortRangeRange {
    /// Takes what must be there.
    pub fn new(start: i64, end: i64) -> Self {
        Self { start, end }
    }
}

/// A Network Tunnel Jump Filter Rule Ports, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum NetworkTunnelJumpFilterRulePorts {
    /// A Network Tunnel Jump Filter Rule Port Range.
    Range(NetworkTunnelJumpFilterRulePortRange),
    /// A Network Tunnel Jump Filter Rule Port List.
    List(NetworkTunnelJumpFilterRulePortList),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl From<NetworkTunnelJumpFilterRulePortRange> for NetworkTunnelJumpFilterRulePorts {
    fn from(value: NetworkTunnelJumpFilterRulePortRange) -> Self {
        Self::Range(value)
    }
}

impl From<NetworkTunnelJumpFilterRulePortList> for NetworkTunnelJumpFilterRulePorts {
    fn from(value: NetworkTunnelJumpFilterRulePortList) -> Self {
        Self::List(value)
    }
}

impl<'de> Deserialize<'de> for NetworkTunnelJumpFilterRulePorts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        if shape.has(&["range"]) {
            return shape.into().map(Self::Range);
        }
        if shape.has(&["list"]) {
            return shape.into().map(Self::List);
        }
        Ok(Self::Other(shape.into_json()))
    }
}

/// The ip protocol.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum IpProtocol {
    /// `HOPOPT`.
    Hopopt,
    /// `ICMP`.
    Icmp,
    /// `IGMP`.
    Igmp,
    /// `GGP`.
    Ggp,
    /// `IPinIP`.
    IPinIp,
    /// `ST`.
    St,
    /// `TCP`.
    Tcp,
    /// `CBT`.
    Cbt,
    /// `EGP`.
    Egp,
    /// `IGP`.
    Igp,
    /// `BBN_RCC_MON`.
    BbnRccMon,
    /// `NVPII`.
    Nvpii,
    /// `PUP`.
    Pup,
    /// `ARGUS`.
    Argus,
    /// `EMCON`.
    Emcon,
    /// `XNET`.
    Xnet,
    /// `CHAOS`.
    Chaos,
    /// `UDP`.
    Udp,
    /// `MUX`.
    Mux,
    /// `DCN_MEAS`.
    DcnMeas,
    /// `HMP`.
    Hmp,
    /// `PRM`.
    Prm,
    /// `XNS_IDP`.
    XnsIdp,
    /// `TRUNK_1`.
    Trunk1,
    /// `TRUNK_2`.
    Trunk2,
    /// `LEAF_1`.
    Leaf1,
    /// `LEAF_2`.
    Leaf2,
    /// `RDP`.
    Rdp,
    /// `IRTP`.
    Irtp,
    /// `ISO_TP4`.
    IsoTp4,
    /// `NETBLT`.
    Netblt,
    /// `MFE_NSP`.
    MfeNsp,
    /// `MERIT_INP`.
    MeritInp,
    /// `DCCP`.
    Dccp,
    /// `ThirdPartyConnect`.
    ThirdPartyConnect,
    /// `IDPR`.
    Idpr,
    /// `XTP`.
    Xtp,
    /// `DDP`.
    Ddp,
    /// `IDPR_CMTP`.
    IdprCmtp,
    /// `TransportProtocol`.
    TransportProtocol,
    /// `IL`.
    Il,
    /// `IPv6`.
    Ipv6,
    /// `SDRP`.
    Sdrp,
    /// `IPv6_Route`.
    Ipv6Route,
    /// `IPv6_Frag`.
    Ipv6Frag,
    /// `IDRP`.
    Idrp,
    /// `RSVP`.
    Rsvp,
    /// `GRE`.
    Gre,
    /// `DSR`.
    Dsr,
    /// `BNA`.
    Bna,
    /// `ESP`.
    Esp,
    /// `AH`.
    Ah,
    /// `I_NLSP`.
    INlsp,
    /// `SwIPe`.
    SwIPe,
    /// `NARP`.
    Narp,
    /// `MOBILE`.
    Mobile,
    /// `TLSP`.
    Tlsp,
    /// `SKIP`.
    Skip,
    /// `IPv6_ICMP`.
    Ipv6Icmp,
    /// `IPv6_NoNxt`.
    Ipv6NoNxt,
    /// `IPv6_Opts`.
    Ipv6Opts,
    /// `AnyHostInternal`.
    AnyHostInternal,
    /// `CFTP`.
    Cftp,
    /// `AnyLocalNetwork`.
    AnyLocalNetwork,
    /// `SAT_EXPAK`.
    SatExpak,
    /// `KRYPTOLAN`.
    Kryptolan,
    /// `RVD`.
    Rvd,
    /// `IPPC`.
    Ippc,
    /// `AnyDistFilesystem`.
    AnyDistFilesystem,
    /// `SAT_MON`.
    SatMon,
    /// `VISA`.
    Visa,
    /// `IPCU`.
    Ipcu,
    /// `CPNX`.
    Cpnx,
    /// `CPHB`.
    Cphb,
    /// `WSN`.
    Wsn,
    /// `PVP`.
    Pvp,
    /// `BR_SAT_MON`.
    BrSatMon,
    /// `SUN_ND`.
    SunNd,
    /// `WB_MON`.
    WbMon,
    /// `WB_EXPAK`.
    WbExpak,
    /// `ISO_IP`.
    IsoIp,
    /// `VMTP`.
    Vmtp,
    /// `SECURE_VMTP`.
    SecureVmtp,
    /// `VINES`.
    Vines,
    /// `TTP`.
    Ttp,
    /// `IPTM`.
    Iptm,
    /// `NSFNET_IGP`.
    NsfnetIgp,
    /// `DGP`.
    Dgp,
    /// `TCF`.
    Tcf,
    /// `EIGRP`.
    Eigrp,
    /// `OSPF`.
    Ospf,
    /// `Sprite_RPC`.
    SpriteRpc,
    /// `LARP`.
    Larp,
    /// `MTP`.
    Mtp,
    /// `AX25`.
    Ax25,
    /// `OS`.
    Os,
    /// `MICP`.
    Micp,
    /// `SCC_SP`.
    SccSp,
    /// `ETHERIP`.
    Etherip,
    /// `ENCAP`.
    Encap,
    /// `AnyPrivateEncryption`.
    AnyPrivateEncryption,
    /// `GMTP`.
    Gmtp,
    /// `IFMP`.
    Ifmp,
    /// `PNNI`.
    Pnni,
    /// `PIM`.
    Pim,
    /// `ARIS`.
    Aris,
    /// `SCPS`.
    Scps,
    /// `QNX`.
    Qnx,
    /// `ActiveNetworks`.
    ActiveNetworks,
    /// `IPComp`.
    IpComp,
    /// `SNP`.
    Snp,
    /// `Compaq_Peer`.
    CompaqPeer,
    /// `IPXinIP`.
    IpXinIp,
    /// `VRRP`.
    Vrrp,
    /// `PGM`.
    Pgm,
    /// `AnyZeroHop`.
    AnyZeroHop,
    /// `L2TP`.
    L2tp,
    /// `DDX`.
    Ddx,
    /// `IATP`.
    Iatp,
    /// `STP`.
    Stp,
    /// `SRP`.
    Srp,
    /// `UTI`.
    Uti,
    /// `SMP`.
    Smp,
    /// `SM`.
    Sm,
    /// `PTP`.
    Ptp,
    /// `ISISoverIPv4`.
    IsiSoverIPv4,
    /// `FIRE`.
    Fire,
    /// `CRTP`.
    Crtp,
    /// `CRUDP`.
    Crudp,
    /// `SSCOPMCE`.
    Sscopmce,
    /// `IPLT`.
    Iplt,
    /// `SPS`.
    Sps,
    /// `PIPE`.
    Pipe,
    /// `SCTP`.
    Sctp,
    /// `FC`.
    Fc,
    /// `RSVP_E2E_IGNORE`.
    RsvpE2eIgnore,
    /// `MobilityHeader`.
    MobilityHeader,
    /// `UDPLite`.
    UdpLite,
    /// `MPLSinIP`.
    MplSinIp,
    /// `manet`.
    Manet,
    /// `HIP`.
    Hip,
    /// `Shim6`.
    Shim6,
    /// `WESP`.
    Wesp,
    /// `ROHC`.
    Rohc,
    /// `Ethernet`.
    Ethernet,
    /// `AGGFRAG`.
    Aggfrag,
    /// `NSH`.
    Nsh,
    /// `ANY`.
    Any,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl IpProtocol {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Hopopt => "HOPOPT",
            Self::Icmp => "ICMP",
            Self::Igmp => "IGMP",
            Self::Ggp => "GGP",
            Self::IPinIp => "IPinIP",
            Self::St => "ST",
            Self::Tcp => "TCP",
            Self::Cbt => "CBT",
            Self::Egp => "EGP",
            Self::Igp => "IGP",
            Self::BbnRccMon => "BBN_RCC_MON",
            Self::Nvpii => "NVPII",
            Self::Pup => "PUP",
            Self::Argus => "ARGUS",
            Self::Emcon => "EMCON",
            Self::Xnet => "XNET",
            Self::Chaos => "CHAOS",
            Self::Udp => "UDP",
            Self::Mux => "MUX",
            Self::DcnMeas => "DCN_MEAS",
            Self::Hmp => "HMP",
            Self::Prm => "PRM",
            Self::XnsIdp => "XNS_IDP",
            Self::Trunk1 => "TRUNK_1",
            Self::Trunk2 => "TRUNK_2",
            Self::Leaf1 => "LEAF_1",
            Self::Leaf2 => "LEAF_2",
            Self::Rdp => "RDP",
            Self::Irtp => "IRTP",
            Self::IsoTp4 => "ISO_TP4",
            Self::Netblt => "NETBLT",
            Self::MfeNsp => "MFE_NSP",
            Self::MeritInp => "MERIT_INP",
            Self::Dccp => "DCCP",
            Self::ThirdPartyConnect => "ThirdPartyConnect",
            Self::Idpr => "IDPR",
            Self::Xtp => "XTP",
            Self::Ddp => "DDP",
            Self::IdprCmtp => "IDPR_CMTP",
            Self::TransportProtocol => "TransportProtocol",
            Self::Il => "IL",
            Self::Ipv6 => "IPv6",
            Self::Sdrp => "SDRP",
            Self::Ipv6Route => "IPv6_Route",
            Self::Ipv6Frag => "IPv6_Frag",
            Self::Idrp => "IDRP",
            Self::Rsvp => "RSVP",
            Self::Gre => "GRE",
            Self::Dsr => "DSR",
            Self::Bna => "BNA",
            Self::Esp => "ESP",
            Self::Ah => "AH",
            Self::INlsp => "I_NLSP",
            Self::SwIPe => "SwIPe",
            Self::Narp => "NARP",
            Self::Mobile => "MOBILE",
            Self::Tlsp => "TLSP",
            Self::Skip => "SKIP",
            Self::Ipv6Icmp => "IPv6_ICMP",
            Self::Ipv6NoNxt => "IPv6_NoNxt",
            Self::Ipv6Opts => "IPv6_Opts",
            Self::AnyHostInternal => "AnyHostInternal",
            Self::Cftp => "CFTP",
            Self::AnyLocalNetwork => "AnyLocalNetwork",
            Self::SatExpak => "SAT_EXPAK",
            Self::Kryptolan => "KRYPTOLAN",
            Self::Rvd => "RVD",
            Self::Ippc => "IPPC",
            Self::AnyDistFilesystem => "AnyDistFilesystem",
            Self::SatMon => "SAT_MON",
            Self::Visa => "VISA",
            Self::Ipcu => "IPCU",
            Self::Cpnx => "CPNX",
            Self::Cphb => "CPHB",
            Self::Wsn => "WSN",
            Self::Pvp => "PVP",
            Self::BrSatMon => "BR_SAT_MON",
            Self::SunNd => "SUN_ND",
            Self::WbMon => "WB_MON",
            Self::WbExpak => "WB_EXPAK",
            Self::IsoIp => "ISO_IP",
            Self::Vmtp => "VMTP",
            Self::SecureVmtp => "SECURE_VMTP",
            Self::Vines => "VINES",
            Self::Ttp => "TTP",
            Self::Iptm => "IPTM",
            Self::NsfnetIgp => "NSFNET_IGP",
            Self::Dgp => "DGP",
            Self::Tcf => "TCF",
            Self::Eigrp => "EIGRP",
            Self::Ospf => "OSPF",
            Self::SpriteRpc => "Sprite_RPC",
            Self::Larp => "LARP",
            Self::Mtp => "MTP",
            Self::Ax25 => "AX25",
            Self::Os => "OS",
            Self::Micp => "MICP",
            Self::SccSp => "SCC_SP",
            Self::Etherip => "ETHERIP",
            Self::Encap => "ENCAP",
            Self::AnyPrivateEncryption => "AnyPrivateEncryption",
            Self::Gmtp => "GMTP",
            Self::Ifmp => "IFMP",
            Self::Pnni => "PNNI",
            Self::Pim => "PIM",
            Self::Aris => "ARIS",
            Self::Scps => "SCPS",
            Self::Qnx => "QNX",
            Self::ActiveNetworks => "ActiveNetworks",
            Self::IpComp => "IPComp",
            Self::Snp => "SNP",
            Self::CompaqPeer => "Compaq_Peer",
            Self::IpXinIp => "IPXinIP",
            Self::Vrrp => "VRRP",
            Self::Pgm => "PGM",
            Self::AnyZeroHop => "AnyZeroHop",
            Self::L2tp => "L2TP",
            Self::Ddx => "DDX",
            Self::Iatp => "IATP",
            Self::Stp => "STP",
            Self::Srp => "SRP",
            Self::Uti => "UTI",
            Self::Smp => "SMP",
            Self::Sm => "SM",
            Self::Ptp => "PTP",
            Self::IsiSoverIPv4 => "ISISoverIPv4",
            Self::Fire => "FIRE",
            Self::Crtp => "CRTP",
            Self::Crudp => "CRUDP",
            Self::Sscopmce => "SSCOPMCE",
            Self::Iplt => "IPLT",
            Self::Sps => "SPS",
            Self::Pipe => "PIPE",
            Self::Sctp => "SCTP",
            Self::Fc => "FC",
            Self::RsvpE2eIgnore => "RSVP_E2E_IGNORE",
            Self::MobilityHeader => "MobilityHeader",
            Self::UdpLite => "UDPLite",
            Self::MplSinIp => "MPLSinIP",
            Self::Manet => "manet",
            Self::Hip => "HIP",
            Self::Shim6 => "Shim6",
            Self::Wesp => "WESP",
            Self::Rohc => "ROHC",
            Self::Ethernet => "Ethernet",
            Self::Aggfrag => "AGGFRAG",
            Self::Nsh => "NSH",
            Self::Any => "ANY",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for IpProtocol {
    fn from(text: &str) -> Self {
        match text {
            "HOPOPT" => Self::Hopopt,
            "ICMP" => Self::Icmp,
            "IGMP" => Self::Igmp,
            "GGP" => Self::Ggp,
            "IPinIP" => Self::IPinIp,
            "ST" => Self::St,
            "TCP" => Self::Tcp,
            "CBT" => Self::Cbt,
            "EGP" => Self::Egp,
            "IGP" => Self::Igp,
            "BBN_RCC_MON" => Self::BbnRccMon,
            "NVPII" => Self::Nvpii,
            "PUP" => Self::Pup,
            "ARGUS" => Self::Argus,
            "EMCON" => Self::Emcon,
            "XNET" => Self::Xnet,
            "CHAOS" => Self::Chaos,
            "UDP" => Self::Udp,
            "MUX" => Self::Mux,
            "DCN_MEAS" => Self::DcnMeas,
            "HMP" => Self::Hmp,
            "PRM" => Self::Prm,
            "XNS_IDP" => Self::XnsIdp,
            "TRUNK_1" => Self::Trunk1,
            "TRUNK_2" => Self::Trunk2,
            "LEAF_1" => Self::Leaf1,
            "LEAF_2" => Self::Leaf2,
            "RDP" => Self::Rdp,
            "IRTP" => Self::Irtp,
            "ISO_TP4" => Self::IsoTp4,
            "NETBLT" => Self::Netblt,
            "MFE_NSP" => Self::MfeNsp,
            "MERIT_INP" => Self::MeritInp,
            "DCCP" => Self::Dccp,
            "ThirdPartyConnect" => Self::ThirdPartyConnect,
            "IDPR" => Self::Idpr,
            "XTP" => Self::Xtp,
            "DDP" => Self::Ddp,
            "IDPR_CMTP" => Self::IdprCmtp,
            "TransportProtocol" => Self::TransportProtocol,
            "IL" => Self::Il,
            "IPv6" => Self::Ipv6,
            "SDRP" => Self::Sdrp,
            "IPv6_Route" => Self::Ipv6Route,
            "IPv6_Frag" => Self::Ipv6Frag,
            "IDRP" => Self::Idrp,
            "RSVP" => Self::Rsvp,
            "GRE" => Self::Gre,
            "DSR" => Self::Dsr,
            "BNA" => Self::Bna,
            "ESP" => Self::Esp,
            "AH" => Self::Ah,
            "I_NLSP" => Self::INlsp,
            "SwIPe" => Self::SwIPe,
            "NARP" => Self::Narp,
            "MOBILE" => Self::Mobile,
            "TLSP" => Self::Tlsp,
            "SKIP" => Self::Skip,
            "IPv6_ICMP" => Self::Ipv6Icmp,
            "IPv6_NoNxt" => Self::Ipv6NoNxt,
            "IPv6_Opts" => Self::Ipv6Opts,
            "AnyHostInternal" => Self::AnyHostInternal,
            "CFTP" => Self::Cftp,
            "AnyLocalNetwork" => Self::AnyLocalNetwork,
            "SAT_EXPAK" => Self::SatExpak,
            "KRYPTOLAN" => Self::Kryptolan,
            "RVD" => Self::Rvd,
            "IPPC" => Self::Ippc,
            "AnyDistFilesystem" => Self::AnyDistFilesystem,
            "SAT_MON" => Self::SatMon,
            "VISA" => Self::Visa,
            "IPCU" => Self::Ipcu,
            "CPNX" => Self::Cpnx,
            "CPHB" => Self::Cphb,
            "WSN" => Self::Wsn,
            "PVP" => Self::Pvp,
            "BR_SAT_MON" => Self::BrSatMon,
            "SUN_ND" => Self::SunNd,
            "WB_MON" => Self::WbMon,
            "WB_EXPAK" => Self::WbExpak,
            "ISO_IP" => Self::IsoIp,
            "VMTP" => Self::Vmtp,
            "SECURE_VMTP" => Self::SecureVmtp,
            "VINES" => Self::Vines,
            "TTP" => Self::Ttp,
            "IPTM" => Self::Iptm,
            "NSFNET_IGP" => Self::NsfnetIgp,
            "DGP" => Self::Dgp,
            "TCF" => Self::Tcf,
            "EIGRP" => Self::Eigrp,
            "OSPF" => Self::Ospf,
            "Sprite_RPC" => Self::SpriteRpc,
            "LARP" => Self::Larp,
            "MTP" => Self::Mtp,
            "AX25" => Self::Ax25,
            "OS" => Self::Os,
            "MICP" => Self::Micp,
            "SCC_SP" => Self::SccSp,
            "ETHERIP" => Self::Etherip,
            "ENCAP" => Self::Encap,
            "AnyPrivateEncryption" => Self::AnyPrivateEncryption,
            "GMTP" => Self::Gmtp,
            "IFMP" => Self::Ifmp,
            "PNNI" => Self::Pnni,
            "PIM" => Self::Pim,
            "ARIS" => Self::Aris,
            "SCPS" => Self::Scps,
            "QNX" => Self::Qnx,
            "ActiveNetworks" => Self::ActiveNetworks,
            "IPComp" => Self::IpComp,
            "SNP" => Self::Snp,
            "Compaq_Peer" => Self::CompaqPeer,
            "IPXinIP" => Self::IpXinIp,
            "VRRP" => Self::Vrrp,
            "PGM" => Self::Pgm,
            "AnyZeroHop" => Self::AnyZeroHop,
            "L2TP" => Self::L2tp,
            "DDX" => Self::Ddx,
            "IATP" => Self::Iatp,
            "STP" => Self::Stp,
            "SRP" => Self::Srp,
            "UTI" => Self::Uti,
            "SMP" => Self::Smp,
            "SM" => Self::Sm,
            "PTP" => Self::Ptp,
            "ISISoverIPv4" => Self::IsiSoverIPv4,
            "FIRE" => Self::Fire,
            "CRTP" => Self::Crtp,
            "CRUDP" => Self::Crudp,
            "SSCOPMCE" => Self::Sscopmce,
            "IPLT" => Self::Iplt,
            "SPS" => Self::Sps,
            "PIPE" => Self::Pipe,
            "SCTP" => Self::Sctp,
            "FC" => Self::Fc,
            "RSVP_E2E_IGNORE" => Self::RsvpE2eIgnore,
            "MobilityHeader" => Self::MobilityHeader,
            "UDPLite" => Self::UdpLite,
            "MPLSinIP" => Self::MplSinIp,
            "manet" => Self::Manet,
            "HIP" => Self::Hip,
            "Shim6" => Self::Shim6,
            "WESP" => Self::Wesp,
            "ROHC" => Self::Rohc,
            "Ethernet" => Self::Ethernet,
            "AGGFRAG" => Self::Aggfrag,
            "NSH" => Self::Nsh,
            "ANY" => Self::Any,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    NetworkTunnelJump,
}

bt_sra_transport::api::text_enums! {
    IpProtocol,
}
