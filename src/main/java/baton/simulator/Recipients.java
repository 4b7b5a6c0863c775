// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whom a send call means: {@code to} before {@code recipient}, a number without plus read as Meta reads it (Cloud API 4.1). Thread-safe. */
final class Recipients {
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    /** The phone meant, or why there is none. */
    sealed interface Found {
        record Somebody(Phone phone, String input, boolean byUserId) implements Found {}

        record Nobody(GraphError why) implements Found {}
    }

    private final BusinessLine line;
    private final Network network;
    private final AtomicLong withoutPlus = new AtomicLong();

    Recipients(BusinessLine line, Network network) {
        this.line = line;
        this.network = network;
    }

    /** How many send calls named a number without its plus; a careful client keeps this at 0. */
    long withoutPlus() {
        return withoutPlus.get();
    }

    Found find(JsonNode request) {
        String to = Json.text(request, "to");
        return to.isEmpty() ? byUserId(request) : byNumber(to);
    }

    private Found byUserId(JsonNode request) {
        String userId = Json.text(request, "recipient");
        if (!USER_ID.matcher(userId).matches()) {
            return new Found.Nobody(GraphError.invalid("recipient is no business-scoped user id: " + userId));
        }
        boolean code = Json.text(request.path("template"), "name").equals("login_code");
        if (code) {
            return new Found.Nobody(GraphError.of(131062, "Authentication templates need a phone number."));
        }
        Optional<Phone> phone = network.byUserId(userId);
        return phone.<Found>map(known -> new Found.Somebody(known, userId, true))
                .orElseGet(() -> new Found.Nobody(GraphError.of(131026, "Message Undeliverable.")));
    }

    private Found byNumber(String to) {
        Optional<DialledNumber> dialled = DialledNumber.parse(to);
        if (dialled.isEmpty()) {
            return new Found.Nobody(GraphError.invalid("to is no phone number: " + to));
        }
        if (dialled.get().digits().equals(line.displayNumber())) {
            return new Found.Nobody(GraphError.of(131021, "The sender and the recipient are the same number."));
        }
        return new Found.Somebody(network.recipient(complete(dialled.get())), to, false);
    }

    /** Bare digits of somebody known go through in practice; otherwise the business's own country code is put in front. */
    private DialledNumber complete(DialledNumber dialled) {
        if (dialled.withPlus()) {
            return dialled;
        }
        withoutPlus.incrementAndGet();
        boolean known = network.find(dialled.digits()).isPresent();
        String home = Countries.dialCode(line.displayNumber());
        return known ? dialled : new DialledNumber(home + dialled.digits(), true);
    }
}
