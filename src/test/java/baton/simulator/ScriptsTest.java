// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The files in assets/simulator/scripts. */
final class ScriptsTest {
    static final List<String> LANGUAGES = Tongue.CODES;

    private static final Set<String> INTENTS = Set.of(
            "return",
            "exchange",
            "refund",
            "shipping_fee",
            "delivery_time",
            "order_status",
            "tracking",
            "change_address",
            "cancel_order",
            "discount",
            "price",
            "size",
            "stock",
            "restock",
            "product_info",
            "payment_methods",
            "payment_problem",
            "invoice",
            "opening_hours",
            "location",
            "international",
            "wholesale",
            "warranty",
            "damaged",
            "wrong_item",
            "price_complaint",
            "technical",
            "person");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageHasAtLeastEightScriptsAndListsEveryFile(String language) throws IOException {
        Tongue tongue = Tongue.load(language);
        assertThat(tongue.scripts()).hasSizeGreaterThanOrEqualTo(8);
        try (Stream<Path> files = Files.list(Path.of("assets/simulator/scripts", language))) {
            Set<String> names = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !name.equals("people"))
                    .collect(Collectors.toSet());
            assertThat(tongue.scripts()).extracting(Script::id).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyScriptHasKnownTopicsAndSomethingToSay(String language) {
        assertThat(Tongue.load(language).scripts()).allSatisfy(script -> {
            assertThat(script.topics()).isNotEmpty().isSubsetOf(INTENTS);
            assertThat(script.openings()).hasSizeGreaterThanOrEqualTo(2).allMatch(burst -> burst.size() <= 3);
            assertThat(script.answers()).isNotEmpty();
            assertThat(script.more()).isNotEmpty();
            assertThat(script.patience().toSeconds()).isBetween(30L, 300L);
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLineIsAMessageWithinTheLimits(String language) {
        Tongue tongue = Tongue.load(language);
        List<String> lines = tongue.scripts().stream()
                .flatMap(script -> Stream.of(
                                script.openings().stream().flatMap(List::stream).toList(),
                                script.answers(),
                                script.automatic(),
                                script.more(),
                                all(script.own()))
                        .flatMap(List::stream))
                .toList();
        assertThat(lines).hasSizeGreaterThan(80).allMatch(line -> !line.isBlank() && line.length() <= 4_096);
        assertThat(tongue.scripts()).allMatch(script -> script.caption().length() <= 1_024);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void smallTalkCoversEveryMoment(String language) {
        SmallTalk talk = Tongue.load(language).smallTalk();
        assertThat(Stream.of(
                        talk.nudges(),
                        talk.complaints(),
                        talk.leaving(),
                        talk.waiting(),
                        talk.again(),
                        talk.person(),
                        talk.thanks(),
                        talk.curt()))
                .allMatch(lines -> lines.size() >= 2);
    }

    private static List<String> all(SmallTalk talk) {
        return Stream.of(talk.nudges(), talk.complaints(), talk.leaving(), talk.thanks())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void inventedNumbersArePlausibleAndOfACountryWeKnow(String language) {
        Tongue tongue = Tongue.load(language);
        for (int i = 0; i < 200; i++) {
            Person person = Person.invent(tongue, Dice.of(1, "p" + i), number -> false);
            assertThat(person.identity().phone()).matches("\\d{11,13}");
            assertThat(person.identity().userId()).matches("[A-Z]{2}\\.\\w{16}").doesNotStartWith("ZZ");
        }
    }

    @Test
    void hindiComesInDevanagariAndRomanised() {
        List<String> openings = Tongue.load("hi").scripts().stream()
                .flatMap(script -> script.openings().stream().flatMap(List::stream))
                .toList();
        assertThat(openings).anyMatch(line -> line.matches("(?s).*\\p{IsDevanagari}.*"));
        assertThat(openings).anyMatch(line -> line.matches("[\\p{ASCII}]+"));
    }
}
