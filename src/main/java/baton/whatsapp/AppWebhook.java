// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.util.List;
import java.util.Optional;

/**
 * What an app asked Meta to deliver, and where to (WHATSAPP.md 1.4, 1.5). {@code fields}: names of the fields subscribed to; {@code
 * version}: in which version {@code messages} are delivered.
 */
public record AppWebhook(Optional<String> address, boolean active, List<String> fields, Optional<String> version) {
    private static final String OBJECT = "whatsapp_business_account";

    public AppWebhook {
        fields = List.copyOf(fields);
    }

    static Optional<AppWebhook> read(Fields answer) {
        return answer.items("data").stream()
                .filter(hook -> hook.label("object").filter(OBJECT::equals).isPresent())
                .findFirst()
                .map(AppWebhook::hook);
    }

    private static AppWebhook hook(Fields hook) {
        List<Fields> fields = hook.items("fields");
        return new AppWebhook(
                hook.id("callback_url"),
                hook.flag("active"),
                fields.stream().flatMap(field -> field.label("name").stream()).toList(),
                fields.stream()
                        .filter(field ->
                                field.label("name").filter("messages"::equals).isPresent())
                        .findFirst()
                        .flatMap(field -> field.label("version")));
    }
}
