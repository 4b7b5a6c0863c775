// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a customer takes a message of the business for. Customers cannot know: they judge by looks and speed, as people do. */
enum Meaning {
    /** Offers buttons, or came faster than anybody types. */
    AUTOMATIC,
    /** Said before in the same words. */
    REPEATED,
    QUESTION,
    /** "One moment please". */
    HOLDING,
    USEFUL;

    private static final Duration FASTER_THAN_FINGERS = Duration.ofSeconds(3);
    private static final int LONGER_THAN_A_HELLO = 25;
    private static final int SHORT = 60;

    /** {@code waited}: between the customer's last message and this one, negative when they crossed; {@code before}: what the business said earlier. */
    static Meaning of(Bubble.Words words, Duration waited, List<String> before, Tongue tongue) {
        String text = words.text().strip();
        if (!Choice.under(words).isEmpty()) {
            return AUTOMATIC;
        }
        if (before.contains(text)) {
            return REPEATED;
        }
        boolean tooFast = !waited.isNegative() && waited.compareTo(FASTER_THAN_FINGERS) < 0;
        if (tooFast && text.length() > LONGER_THAN_A_HELLO) {
            return AUTOMATIC;
        }
        if (text.contains("?") || text.contains("？")) {
            return QUESTION;
        }
        return isHolding(text, words.type(), tongue) ? HOLDING : USEFUL;
    }

    private static boolean isHolding(String text, String type, Tongue tongue) {
        String small = text.toLowerCase(Locale.ROOT);
        boolean holdingWord = tongue.holdingWords().stream().anyMatch(small::contains);
        return type.equals("text") && (text.length() < 5 || (text.length() < SHORT && holdingWord));
    }
}
