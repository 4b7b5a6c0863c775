// SPDX-License-Identifier: Apache-2.0
package baton;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A language of the demo's customers: where it is spoken and how numbers look there ({@code #}: any digit). */
enum DemoTongue {
    KO("KR", "8210########"),
    EN("", "447700900###"),
    ID("ID", "62812########"),
    PT("BR", "55119########"),
    ES("ES MX CO AR", "346########"),
    HI("IN", "919#########");

    private final String countries;
    private final String numbers;

    DemoTongue(String countries, String numbers) {
        this.countries = countries;
        this.numbers = numbers;
    }

    /** Two letters, as in BCP 47. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(DemoTongue::code).toList();
    }

    static DemoTongue of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The code of what is spoken in that country; English where nothing else is known. */
    static String ofCountry(String country) {
        return Arrays.stream(values())
                .filter(tongue -> List.of(tongue.countries.split(" ")).contains(country))
                .findFirst()
                .orElse(EN)
                .code();
    }

    /** A number as they are there; six zeros at its end would mean somebody who is not on WhatsApp. */
    String number(Random chance) {
        var digits = new StringBuilder();
        numbers.chars().forEach(sign -> digits.append(sign == '#' ? (char) ('1' + chance.nextInt(9)) : (char) sign));
        return digits.toString();
    }
}
