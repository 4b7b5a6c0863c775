// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone number as somebody dialled it, reduced to digits, and the other ways the same phone may be known (Cloud API 0.1, wa_id). */
record DialledNumber(String digits, boolean withPlus) {
    private static final Pattern DIALLED = Pattern.compile("(\\+?)[ ().\\-]*(\\d[\\d ().\\-]*)");
    private static final Pattern BRAZIL_NINTH = Pattern.compile("(55\\d\\d)9(\\d{8})");
    private static final Pattern BRAZIL_EIGHT = Pattern.compile("(55\\d\\d)(\\d{8})");
    private static final Pattern MEXICO_ONE = Pattern.compile("(52)1(\\d{10})");
    private static final Pattern ARGENTINA_NINE = Pattern.compile("(54)9(\\d{10})");

    /** Spaces, hyphens, dots and brackets are tolerated; anything else, or fewer than 6 or more than 15 digits, is no number. */
    static Optional<DialledNumber> parse(String text) {
        Matcher matcher = DIALLED.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(2).replaceAll("\\D", "");
        boolean plausible = digits.length() >= 6 && digits.length() <= 15;
        return plausible
                ? Optional.of(new DialledNumber(digits, !matcher.group(1).isEmpty()))
                : Optional.empty();
    }

    /** The same phone with the digit that Brazil, Mexico and Argentina insert or drop. */
    List<String> variants() {
        return List.of(
                BRAZIL_NINTH.matcher(digits).replaceFirst("$1$2"),
                BRAZIL_EIGHT.matcher(digits).matches()
                        ? BRAZIL_EIGHT.matcher(digits).replaceFirst("$19$2")
                        : digits,
                MEXICO_ONE.matcher(digits).replaceFirst("$1$2"),
                ARGENTINA_NINE.matcher(digits).replaceFirst("$1$2"));
    }
}
