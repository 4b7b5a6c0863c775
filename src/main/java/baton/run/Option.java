// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of {@code baton hub}: its name on the command line and in a settings file, its environment variable, what
 * it takes, what holds when it is not given. Parsing, help and error sentences all read this one table.
 */
public enum Option {
    PORT("PORT", "8080", "Port the hub listens on; 0 takes any free one"),
    BIND("ADDRESS", "127.0.0.1", "Address the hub listens on; off loopback it needs TLS or --behind-proxy"),
    DATA("FOLDER", "baton-data", "Folder for the embedded database and hub.properties"),
    DB_URL("URL", "", "JDBC URL of a PostgreSQL database (jdbc:postgresql://…) instead of the embedded one", "db"),
    DB_PLAIN("", "false", "The network to the database is trusted: PostgreSQL on another machine without verified TLS"),
    SETTINGS("FILE", "", "Properties file with settings by these names; else FOLDER/hub.properties if it exists"),
    TLS_CERT("FILE", "", "Certificate chain, PEM"),
    TLS_KEY("FILE", "", "Private key of the certificate, PEM (PKCS #8), not encrypted"),
    BEHIND_PROXY("", "false", "TLS ends at a proxy in front, which sets X-Forwarded-For"),
    APP_SECRET("TEXT", null, "App secret that signs Meta's deliveries (App dashboard, Basic settings)"),
    VERIFY_TOKEN("TEXT", null, "Verify token you chose for the webhook"),
    ACCESS_TOKEN("TEXT", null, "Access token of the system user who sends"),
    PHONE_NUMBER_ID("ID,ID…", null, "Phone number ids this hub serves, with commas between"),
    WABA_ID("ID", "", "WhatsApp Business Account id"),
    PUBLIC_URL("URL", "", "Address at which Meta reaches the hub's webhook; baton doctor calls it"),
    GRAPH_URL("URL", "https://graph.facebook.com", "Address of the Graph API; http:// on this machine only"),
    GRAPH_VERSION("vN.N", "v25.0", "Version of the Graph API"),
    ADMIN_PASSWORD("TEXT", "", "Password of 'admin'; needed only while nobody can sign in yet"),
    CLAIM_LEASE("MINUTES", "7", "How long a claim lasts, 5 to 15"),
    CLAIM_LIMIT("MINUTES", "15", "How long typing can stretch a claim, CLAIM_LEASE to 15"),
    CLAIM_IDLE("MINUTES", "3", "How long a claim lasts without input, 1 to 15"),
    UNDO("SECONDS", "5", "How long a reply can be taken back, 0 to 60"),
    MESSAGES_PER_SECOND("COUNT", "15", "Messages sent a second and number, 1 to 1000"),
    NEW_CUSTOMER_PER_MINUTE("COUNT", "5", "Messages a minute to a new customer, 1 to 600"),
    REOPEN_WINDOW("HOURS", "24", "A customer who writes again within this time reopens the conversation, 0 to 8760"),
    RAW_RETENTION("DAYS", "30", "How long raw deliveries are kept, 1 to 3650"),
    SESSION("HOURS", "12", "How long a sign-in lasts after its last use, 1 to 168"),
    MAX_BODY("BYTES", "4456448", "Largest delivery taken, 3145728 to 67108864"),
    MAX_CONNECTIONS("COUNT", "4000", "Connections at a time, 10 to 100000");

    private final String takes;
    private final String otherwise;
    private final boolean required;
    private final String description;
    private final String flag;

    Option(String takes, @Nullable String otherwise, String description) {
        this(takes, otherwise, description, "");
    }

    Option(String takes, @Nullable String otherwise, String description, String flag) {
        this.takes = takes;
        this.otherwise = otherwise == null ? "" : otherwise;
        this.required = otherwise == null;
        this.description = description;
        this.flag = flag.isEmpty() ? name().toLowerCase(Locale.ROOT).replace('_', '-') : flag;
    }

    /** As it is written in a settings file, and after {@code --} on the command line. */
    public String key() {
        return flag;
    }

    public String environment() {
        return "BATON_" + name();
    }

    /** What its value is, for help; empty for a switch that takes none. */
    public String takes() {
        return takes;
    }

    public boolean isSwitch() {
        return takes.isEmpty();
    }

    public boolean isRequired() {
        return required;
    }

    /** The value that holds when none is given; empty when there is none. */
    public Optional<String> otherwise() {
        return Optional.of(otherwise).filter(value -> !value.isEmpty());
    }

    public String description() {
        return description;
    }

    /** All three ways to say it, for error sentences. */
    String allWays() {
        return "--" + key() + ", " + environment() + " or " + key() + "= in the settings file";
    }

    static Optional<Option> ofFlag(String word) {
        return Arrays.stream(values())
                .filter(option -> word.equals("--" + option.key()))
                .findFirst();
    }

    static Optional<Option> ofKey(String key) {
        return Arrays.stream(values())
                .filter(option -> key.equals(option.key()))
                .findFirst();
    }

    /** The table as {@code baton hub --help} shows it, one option a line with its environment variable. */
    public static String help() {
        StringBuilder help = new StringBuilder();
        for (Option option : values()) {
            String usage = "--" + option.key() + (option.isSwitch() ? "" : " " + option.takes());
            help.append("  %-36s %-32s %s%s%n"
                    .formatted(usage, option.environment(), option.description(), option.remark()));
        }
        return help.toString();
    }

    private String remark() {
        if (required) {
            return " (required)";
        }
        return isSwitch() || otherwise.isEmpty() ? "" : " (default " + otherwise + ")";
    }
}
