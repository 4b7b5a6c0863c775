// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.NumberId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one of our numbers stands, in Meta's own words (WHATSAPP.md 8.4): the spellings vary, so nothing is turned into an enumeration.
 * {@code extras} is empty where the token may not read them or the version does not have them.
 */
public record NumberHealth(NumberId number, Basics basics, Optional<Extras> extras) {
    static final String BASIC_FIELDS =
            "display_phone_number,verified_name,status,quality_rating,code_verification_status,"
                    + "platform_type,throughput,account_mode,name_status";
    static final String EXTRA_FIELDS = "whatsapp_business_manager_messaging_limit,health_status,webhook_configuration";

    /** What every token may read. {@code status} CONNECTED means usable; {@code throughput} STANDARD or HIGH. */
    public record Basics(
            Optional<String> displayNumber,
            Optional<String> verifiedName,
            Optional<String> status,
            Optional<String> quality,
            Optional<String> throughput,
            Optional<String> accountMode) {}

    /** {@code canSend}: AVAILABLE, LIMITED or BLOCKED; {@code problems}: why not AVAILABLE, as Meta writes it. */
    public record Extras(
            Optional<String> messagingLimit,
            Optional<String> canSend,
            List<String> problems,
            Optional<String> webhook) {
        public Extras {
            problems = List.copyOf(problems);
        }
    }

    static Basics basics(Fields answer) {
        return new Basics(
                answer.label("display_phone_number"),
                answer.label("verified_name"),
                answer.label("status"),
                answer.label("quality_rating"),
                answer.at("throughput").label("level"),
                answer.label("account_mode"));
    }

    static Extras extras(Fields answer) {
        Fields health = answer.at("health_status");
        Fields webhook = answer.at("webhook_configuration");
        return new Extras(
                answer.label("whatsapp_business_manager_messaging_limit"),
                health.label("can_send_message"),
                health.items("entities").stream()
                        .flatMap(NumberHealth::problems)
                        .toList(),
                webhook.text("phone_number")
                        .or(() -> webhook.text("whatsapp_business_account"))
                        .or(() -> webhook.text("application")));
    }

    private static Stream<String> problems(Fields entity) {
        String what = entity.label("entity_type").orElse("?") + ": ";
        Stream<String> infos =
                entity.items("additional_info").stream().flatMap(info -> Fields.scalar(info.node()).stream());
        return Stream.concat(infos, entity.items("errors").stream().map(NumberHealth::problem))
                .map(what::concat);
    }

    private static String problem(Fields error) {
        return error.label("error_code").orElse("?") + " "
                + error.text("error_description").orElse("")
                + error.text("possible_solution")
                        .map(advice -> " (" + advice + ")")
                        .orElse("");
    }
}
