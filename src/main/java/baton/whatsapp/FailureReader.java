// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Failure;
import java.math.BigDecimal;
import java.util.Optional;

/** Meta's error objects, as webhooks and answers carry them (WHATSAPP.md 2.25, 3.3, 4.14). */
final class FailureReader {
    /** In no table: what is said is no code of Meta's. */
    private static final int UNKNOWN = -1;

    private FailureReader() {}

    /** The first of the entry's errors. */
    static Optional<Failure> first(Fields entry) {
        return entry.items("errors").stream()
                .filter(Fields::isObject)
                .findFirst()
                .map(FailureReader::read);
    }

    /** Title from {@code title} or {@code message}; details from wherever Meta put them: it varies. */
    static Failure read(Fields error) {
        String title = error.label("title").or(() -> error.label("message")).orElse("");
        Optional<String> details = error.at("error_data")
                .text("details")
                .or(() -> error.text("error_data"))
                .or(() -> error.text("error_user_msg"))
                .or(() -> error.text("message").filter(text -> !text.equals(title)))
                .filter(text -> !text.isBlank());
        return new Failure(code(error), title, details, error.id("fbtrace_id"));
    }

    private static int code(Fields error) {
        return error.decimal("code").map(FailureReader::code).orElse(0);
    }

    /** Only 0 itself is 0: Meta's token, or with us no code. */
    private static int code(BigDecimal said) {
        try {
            return said.intValueExact();
        } catch (ArithmeticException _) {
            return UNKNOWN;
        }
    }
}
