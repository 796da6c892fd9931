//! What people of the sample site say, write and open.

/// Lines of chats, in several languages.
pub(super) const SAID: &[&str] = &[
    "Hello, how can I help?",
    "It worked yesterday & today it says \"access <denied>\".",
    "One moment please, I am looking at it.",
    "Could you restart it once more?",
    "That's it, thank you very much!",
    "Guten Tag, das Gerät läßt sich nicht mehr öffnen.",
    "Können Sie bitte die Maßnahme bestätigen? Größe: 5 µm",
    "Bonjour, l’imprimante n’imprime plus.",
    "C’est réglé, merci beaucoup. À bientôt !",
    "Buenos días, ¿puede usted ayudarme?",
    "こんにちは。サーバーに接続できません。",
    "再起動しましたが、まだ直りません。",
    "您好,我的电脑很慢。",
    "Здравствуйте, не могу войти в систему.",
    "مرحبا، لا أستطيع تسجيل الدخول",
    "שלום, המסך שחור",
    "Γεια σας, δεν λειτουργεί το δίκτυο.",
    "👍 fixed 🎉 👩‍💻",
    "𝒜 letter beyond the first plane, and a combining one: e\u{301}",
    "See https://help.example.com/?a=1&b=2#c and reply with <ok/>",
    "two lines\nof text",
    "ends with ]]> and -- too",
];

/// Bits of text that cannot stand in XML.
pub(super) const BROKEN: &[&str] =
    &["\u{1b}[31mred\u{1b}[0m", "beep\u{7}", "a\u{0}b", "\u{8}\u{8}gone", "page\u{c}break"];

pub(super) const FILES: &[&str] = &[
    "C:\\Users\\operator\\Documents\\report & summary.xlsx",
    "C:\\Windows\\Temp\\setup<1>.log",
    "/var/log/syslog.1",
    "/home/ada/Größenübersicht.pdf",
    "/srv/データ/一覧.csv",
    "D:\\backup\\db.bak",
];

pub(super) const FOLDERS: &[&str] =
    &["/srv/new", "C:\\Temp\\Neuer Ordner", "/opt/app/releases", "C:\\ProgramData\\Example"];

pub(super) const COMMANDS: &[&str] = &[
    "uname -a",
    "systemctl status nginx",
    "df -h | sort -k5 && echo \"done\"",
    "SELECT id, name FROM users WHERE age > 30 AND name <> 'x';",
    "show running-config",
    "tail -f /var/log/messages",
    "exit",
];

/// Programs and titles of their windows.
pub(super) const WINDOWS: &[(&str, &str)] = &[
    ("explorer.exe", "Documents"),
    ("mmc.exe", "Services (Local)"),
    ("notepad.exe", "*Untitled - Notepad"),
    ("chrome.exe", "Sign in – Example & Co. <test>"),
    ("powershell.exe", "Administrator: Windows PowerShell"),
];

pub(super) const SERVICES: &[&str] =
    &["screen_sharing", "file_transfer", "command_shell", "system_information", "registry"];

pub(super) const NOTES: &[&str] = &[
    "Replaced the certificate, see ticket.",
    "Kunde meldet sich morgen wieder.",
    "Nothing found so far; <escalated> to second level.",
];

pub(super) const CUSTOMERS: &[&str] =
    &["Robin Reed", "Kim Kelp", "Müller, Jörg", "Zoë O’Neill", "佐藤 花子", "Иван Петров", "Chris & Sam", ""];

pub(super) const COMPANIES: &[&str] = &["Example Company", "Bäckerei Weiß", "Acme & Sons", ""];

pub(super) const ISSUES: &[&str] =
    &["Printer does not print", "Everything is slow", "Anmeldung klappt nicht", "Something else"];

pub(super) const SYSTEMS: &[&str] =
    &["Windows 11 Pro (x64)", "macOS 15", "Debian 12", "Windows Server 2022", "Unknown"];

pub(super) const ACTIONS: &[&str] = &["Restart the spooler", "Task-Manager öffnen", "Ouvrir le journal"];

/// The keys of tickets begin so.
pub(super) const TICKETS: &[&str] = &["INC-", "CHG-", "REQ ", "Ä&<"];
