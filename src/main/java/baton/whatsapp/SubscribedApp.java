// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.util.List;
import java.util.Optional;

/** An app that gets the deliveries of an account (WHATSAPP.md 8.8). {@code override}: where to, when not to the app's own address. */
public record SubscribedApp(String id, Optional<String> name, Optional<String> override) {

    static List<SubscribedApp> read(Fields answer) {
        return answer.items("data").stream()
                .flatMap(entry -> read(entry, entry.at("whatsapp_business_api_data")).stream())
                .toList();
    }

    private static Optional<SubscribedApp> read(Fields entry, Fields app) {
        return app.id("id").map(id -> new SubscribedApp(id, app.label("name"), entry.id("override_callback_uri")));
    }
}
