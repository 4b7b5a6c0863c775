// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Meta says about our access token (WHATSAPP.md 0.2). {@code expiresAt}: empty for one that never expires. */
public record TokenHealth(boolean valid, Optional<String> appId, List<String> scopes, Optional<Instant> expiresAt) {
    /** What a desk needs: to send, and to look after its numbers. */
    private static final List<String> NEEDED = List.of("whatsapp_business_messaging", "whatsapp_business_management");

    public TokenHealth {
        scopes = List.copyOf(scopes);
    }

    /** The needed scopes the token lacks. */
    public List<String> missingScopes() {
        return NEEDED.stream().filter(scope -> !scopes.contains(scope)).toList();
    }

    static TokenHealth read(Fields answer) {
        Fields data = answer.at("data");
        Instant expires = Times.read(data, "expires_at");
        return new TokenHealth(
                data.flag("is_valid"),
                data.id("app_id"),
                data.items("scopes").stream()
                        .flatMap(scope -> Fields.scalar(scope.node()).stream())
                        .toList(),
                Optional.of(expires).filter(at -> !at.equals(WebhookCodec.NO_TIME)));
    }
}
