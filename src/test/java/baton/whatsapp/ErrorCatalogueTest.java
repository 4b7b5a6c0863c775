// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Failure;
import baton.whatsapp.Verdict.Retry;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code of WHATSAPP.md 6 has its class of retry, and a sentence in both languages. */
final class ErrorCatalogueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STOP_NUMBER    | 0 190 10 200 294 299 131005 368 131031 131042",
                "NEVER          | 3 33 130497 131047 131026 131050 130472 131063 131021 131030 131062 131060 130501"
                        + " 501",
                "NEVER          | 100 131008 131009 131051 131052 131053 132000 132001 132005 132007 132008 132012"
                        + " 132018 132016 132068 134011 135000",
                "NEVER          | 133005 136025 2388001 2388012 2388091 2388093 2388103",
                "NEVER          | 2388040 2388047 2388072 2388073 2388293 2388299 2388019 200005 200006 200007 139100"
                        + " 139101",
                "NEVER          | 131020 131041 131059 131201 131202 131204 131209 131210 131211 131212 131213 131215"
                        + " 138000 138021",
                "NEVER          | 2593107 2593108 2593109 147001 147002 147003 147004 147005",
                "LATER          | 131037 131044 131045 133010 141000 141002 131048 131064 133016 131049 137000 132015"
                        + " 132069",
                "LATER          | 131055 134100 134101 134102 133000 133006 133008 133009 133015 136024 131207 131214",
                "AUTO           | 613 2 131016 133004 139102",
                "AUTO_AT_MOST_3 | 1 131000 139103",
                "MINUTES        | 2494100 4 80007 131208",
                "NUMBER_PAUSE   | 131057 130429",
                "PAIR_LIMIT     | 131056"
            })
    void theCodeHasItsClass(Retry retry, String codes) {
        for (String code : codes.split(" ")) {
            Verdict verdict = ErrorCatalogue.verdict(Integer.parseInt(code), 400);
            assertThat(verdict.retry()).as(code).isEqualTo(retry);
            assertThat(verdict.key()).as(code).isNotEqualTo("error.unknown");
        }
    }

    @Test
    void onlyWorkDoneInPartLeavesADoubtAmongTheKnownCodes() {
        assertThat(IntStream.range(0, 2_600_000)
                        .filter(code -> !ErrorCatalogue.verdict(code, 400).surelyNotSent()))
                .containsExactly(131201, 139100);
    }

    @ParameterizedTest
    @CsvSource({
        "401, STOP_NUMBER, true",
        "429, MINUTES, true",
        "400, NEVER, true",
        "403, NEVER, true",
        "0, NEVER, true",
        "500, NEVER, false",
        "503, NEVER, false",
        "408, NEVER, false",
        "200, NEVER, false"
    })
    void anUnknownCodeIsJudgedByItsStatus(int status, Retry retry, boolean surelyNotSent) {
        Verdict verdict = ErrorCatalogue.verdict(987_654, status);
        assertThat(verdict.retry()).isEqualTo(retry);
        assertThat(verdict.surelyNotSent()).isEqualTo(surelyNotSent);
    }

    @Test
    void aFailureWithoutACodeIsAboutTheLine() {
        assertThat(ErrorCatalogue.key(Failure.ofTransport("gone"))).isEqualTo("error.line");
        assertThat(ErrorCatalogue.key(new Failure(131047, "", Optional.empty(), Optional.empty())))
                .isEqualTo("error.window");
    }

    @Test
    void everyKeyHasASentenceInBothLanguages() throws IOException {
        Map<Object, Object> english = sentences("platform-errors.properties");
        Map<Object, Object> korean = sentences("platform-errors_ko.properties");
        assertThat(english.keySet()).isEqualTo(korean.keySet());
        assertThat(IntStream.range(0, 2_600_000)
                        .mapToObj(ErrorCatalogue::verdict)
                        .map(Verdict::key)
                        .distinct())
                .hasSizeGreaterThan(80)
                .allSatisfy(key -> assertThat(english).containsKey(key));
        assertThat(korean.values()).allSatisfy(text -> assertThat((String) text).containsPattern("\\p{IsHangul}{2}"));
    }

    @Test
    void everySentenceTakesTheDetailsOfMetaAsTheyAre() throws IOException {
        for (String file : new String[] {"platform-errors.properties", "platform-errors_ko.properties"}) {
            assertThat(sentences(file).values())
                    .allSatisfy(text -> assertThat(MessageFormat.format((String) text, "It's {0} % why"))
                            .isEqualTo(((String) text).replace("{0}", "It's {0} % why")));
        }
    }

    private static Map<Object, Object> sentences(String file) throws IOException {
        try (Reader reader = new InputStreamReader(
                ErrorCatalogueTest.class.getResourceAsStream("/baton/text/" + file), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }
}
