// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import baton.run.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strikes secrets out of a text, plain and as they stand in an address; of a database URL its password too. */
final class Censor {
    private static final String STRUCK = "***";
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&;\\s]+|(//[^:/@\\s]+:)[^@/\\s]+(?=@)");

    private Censor() {}

    static String strike(String text, List<Secret> secrets) {
        String struck = text;
        for (Secret secret : secrets) {
            String value = secret.reveal().strip();
            struck = struck.replace(value, STRUCK).replace(URLEncoder.encode(value, StandardCharsets.UTF_8), STRUCK);
        }
        return PASSWORD.matcher(struck).replaceAll(Censor::mask);
    }

    private static String mask(MatchResult found) {
        String kept = found.group(1) == null ? found.group(2) : found.group(1);
        return Matcher.quoteReplacement(kept + STRUCK);
    }
}
