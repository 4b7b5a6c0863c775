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

    boolean accepts(String token) {
        return accessToken.map(token::equals).orElse(!token.isBlank());
    }
}
