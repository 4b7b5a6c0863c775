// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Author;
import baton.domain.Inbound;
import baton.domain.SetAside;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads webhook deliveries into reports (WHATSAPP.md 1 to 3). Whatever Meta may send is read as far as it makes sense; one broken
 * entry is set aside alone. Keeps no state; any thread.
 *
 * <p>Bounds: names, titles and words are cut at 256 UTF-16 units, texts at 65,536 (Meta's own limit is 4,096), ids beyond 512 count as
 * missing, a delivery gives at most 50,000 reports. The raw body, kept by the hub, is whole.
 */
public final class WebhookCodec {
    /**
     * Stands for a time that is missing or absurd: no number, 1970 or before, after 2100. Whoever has a clock puts the time of arrival in
     * its place.
     */
    public static final Instant NO_TIME = Instant.EPOCH;

    private WebhookCodec() {}

    /**
     * Reads a body of any size and shape. Throws {@link NotJson} when it is no JSON object, and nothing else ever. JSON that is nested
     * deeper than 500 levels comes back as one {@link Report.Unreadable}.
     */
    public static Delivery read(byte[] body) throws NotJson {
        var reports = new Reports();
        BodyParser.parse(body).ifPresentOrElse(root -> root(root, reports), () -> tooMuch(reports));
        return reports.delivery();
    }

    private static void root(Fields root, Reports reports) {
        if (root.has("entry")) {
            root.items("entry").forEach(entry -> entry(entry, reports));
        } else if (root.has("field")) {
            // the shape in which the app dashboard sends its tests
            change(root, root, reports);
        } else {
            reports.setAside(root, SetAside.UNREADABLE, "the delivery has no entries");
        }
    }

    private static void entry(Fields entry, Reports reports) {
        if (entry.has("changes")) {
            entry.items("changes").forEach(change -> change(entry, change, reports));
        } else {
            reports.setAside(entry, SetAside.UNREADABLE, "the entry has no changes");
        }
    }

    private static void change(Fields entry, Fields change, Reports reports) {
        Fields value = change.at("value");
        if (value.isObject()) {
            field(new FieldChange(entry, change.label("field").orElse(""), value), reports);
        } else {
            reports.setAside(change, SetAside.UNREADABLE, "the change has no value");
        }
    }

    private static void field(FieldChange change, Reports reports) {
        Fields value = change.value();
        boolean holdsWhatItSays = TrafficReader.holdsTraffic(value) || value.has(change.field());
        switch (holdsWhatItSays ? change.field() : "") {
            case "messages", "smb_message_echoes", "message_echoes", "calls" ->
                traffic(value, Inbound.Way.DIRECT, reports);
            case "history" -> traffic(value, Inbound.Way.HISTORY, reports);
            case "standby" -> traffic(value, Inbound.Way.STANDBY, reports);
            case "user_preferences" -> PreferenceReader.read(value, reports);
            case "user_id_update" -> UserIdUpdateReader.read(value, reports);
            default -> account(change, reports);
        }
    }

    /** Who writes in our name is Meta's agent where it holds the conversation, else a colleague on the phone. */
    private static void traffic(Fields value, Inbound.Way way, Reports reports) {
        Author others = way == Inbound.Way.STANDBY ? new Author.MetaAgent() : new Author.PhoneApp();
        new TrafficReader(reports).read(value, way, others);
    }

    private static void account(FieldChange change, Reports reports) {
        reports.add(change.value(), _ -> AccountReader.read(change));
    }

    private static void tooMuch(Reports reports) {
        reports.add(new Report.Unreadable(
                Optional.empty(), Optional.empty(), SetAside.UNREADABLE, "the delivery is nested too deeply", ""));
    }
}
