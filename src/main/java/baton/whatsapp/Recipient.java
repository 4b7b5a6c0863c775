// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Identity;
import baton.domain.Identity.Kind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** To whom a message goes: the strongest address Meta takes (WHATSAPP.md 4.1). {@code address}: digits, user id or group id. */
public record Recipient(Kind kind, String address) {
    private static final List<Kind> PREFERENCE = List.of(Kind.GROUP, Kind.PHONE, Kind.BSUID, Kind.PARENT_BSUID);

    /** A group as such, else the phone number, else a user id; of each kind the one learned last. Empty without any. */
    public static Optional<Recipient> of(List<Identity> identities) {
        return PREFERENCE.stream()
                .flatMap(kind -> identities.reversed().stream()
                        .filter(identity -> identity.kind() == kind)
                        .limit(1))
                .findFirst()
                .map(identity -> new Recipient(identity.kind(), identity.value()));
    }

    /** Phone numbers always with "+": without it Meta puts the business number's country in front. */
    void writeTo(ObjectNode body) {
        body.put("recipient_type", kind == Kind.GROUP ? "group" : "individual");
        switch (kind) {
            case GROUP -> body.put("to", address);
            case PHONE -> body.put("to", "+" + address);
            case BSUID, PARENT_BSUID -> body.put("recipient", address);
        }
    }
}
