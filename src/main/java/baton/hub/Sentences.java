// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.store.Inbox;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence for a refusal, in the reader's language, with its facts in their places: people by their shown names, times on
 * the hub's wall clock. Safe from any thread.
 */
final class Sentences {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Inbox inbox;
    private final ZoneId zone;

    Sentences(Inbox inbox, ZoneId zone) {
        this.inbox = inbox;
        this.zone = zone;
    }

    String why(Refusal refusal, Locale language) {
        return why(refusal.reason().name(), refusal.facts(), language);
    }

    String why(String reason, Map<String, String> facts, Locale language) {
        String text = ResourceBundle.getBundle(
                        "baton.text.refusals",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString("refusal." + reason);
        Map<String, String> words = new HashMap<>(facts);
        words.computeIfPresent("holder", (_, holder) -> nameOf(holder));
        words.computeIfPresent("person", (_, person) -> nameOf(person));
        words.computeIfPresent("until", (_, until) -> timeOf(until));
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(words.getOrDefault(place.group(1), "?")));
    }

    private String nameOf(String id) {
        return inbox.person(new PersonId(id))
                .map(person -> person.displayName())
                .orElse(id);
    }

    private String timeOf(String instant) {
        try {
            return TIME.format(Instant.parse(instant).atZone(zone));
        } catch (DateTimeParseException noInstant) {
            return instant;
        }
    }
}
