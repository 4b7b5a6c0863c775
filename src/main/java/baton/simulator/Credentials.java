// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Optional;

/** What hub and platform agree upon: the secret that signs webhooks, the handshake's token, and the access token accepted (empty: any). */
public record Credentials(String appSecret, String verifyToken, Optional<String> accessToken) {
    public Credentials {
        if (appSecret.isBlank()) {
            throw new IllegalArgumentException("the app secret is empty");
        }
    }

    /** Whether the token is the app's own: its id and its secret. */
    boolean isApp(String appId, String token) {
        return token.equals(appId + "|" + appSecret);
    }

    boolean accepts(String token) {
        boolean anyPerson = !token.isBlank() && !token.contains("|");
        return accessToken.map(token::equals).orElse(anyPerson);
    }
}
