// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who holds a phone, as the platform knows them (Cloud API 0.1, 2.1).
 *
 * @param phone digits only; always known here, though the business may not see it
 * @param userId the business-scoped user id
 * @param hidden whether the phone number is kept from the business
 */
record Identity(String phone, String name, Optional<String> username, String userId, boolean hidden) {

    /** Somebody not seen before: a plain name, a user id made from the seed. */
    static Identity stranger(String phone, long seed) {
        String userId =
                Countries.code(phone) + "." + Dice.of(seed, "user" + phone).letters(16);
        return new Identity(
                phone, "Customer " + phone.substring(Math.max(0, phone.length() - 4)), Optional.empty(), userId, false);
    }

    Identity named(String newName) {
        return new Identity(phone, newName, username, userId, hidden);
    }

    Identity withUserId(String newUserId) {
        return new Identity(phone, name, username, newUserId, hidden);
    }

    Identity hiding(boolean nowHidden, Optional<String> newUsername) {
        return new Identity(phone, name, newUsername, userId, nowHidden);
    }

    /** The element of {@code contacts[]}; Meta leaves the username out beside {@code sent}. */
    ObjectNode contact(boolean withUsername) {
        ObjectNode contact = Json.object();
        ObjectNode profile = contact.putObject("profile").put("name", name);
        username.filter(present -> withUsername).ifPresent(text -> profile.put("username", text));
        if (!hidden) {
            contact.put("wa_id", phone);
        }
        return contact.put("user_id", userId);
    }
}
