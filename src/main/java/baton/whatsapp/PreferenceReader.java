// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Sender;
import baton.domain.SetAside;
import java.util.Locale;
import java.util.Optional;

/** Who stopped or resumed marketing messages (WHATSAPP.md 1.6, user_preferences). */
final class PreferenceReader {
    private PreferenceReader() {}

    static void read(Fields value, Reports reports) {
        var people = new People(value);
        for (Fields preference : value.items("user_preferences")) {
            reports.add(preference, read -> report(read, people.sender(read)));
        }
    }

    private static Report report(Fields preference, Optional<Sender> sender) {
        String choice = preference.label("value").orElse("").toLowerCase(Locale.ROOT);
        boolean isReadable = choice.equals("stop") || choice.equals("resume");
        if (sender.isEmpty() || !isReadable) {
            SetAside reason = sender.isEmpty() ? SetAside.NO_SENDER : SetAside.UNREADABLE;
            return new Report.Unreadable(
                    Optional.empty(),
                    Optional.empty(),
                    reason,
                    "a preference of nobody or of no known kind",
                    preference.raw());
        }
        return new Report.MarketingReport(sender.get(), choice.equals("resume"), Times.read(preference, "timestamp"));
    }
}
