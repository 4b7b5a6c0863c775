// SPDX-License-Identifier: Apache-2.0
package baton;

import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;

/** The people who race: agents an admin adds for it, with a password nobody else knows, and removes again. */
final class RaceCrowd {

    private final OkHttpClient client;
    private final HubSeat admin;
    private final List<String> added = new ArrayList<>();

    RaceCrowd(OkHttpClient client, HubSeat admin) {
        this.client = client;
        this.admin = admin;
    }

    /** Adds them and signs them in, at the hubs in turn. */
    List<HubSeat> come(int count, List<URI> hubs) {
        String password = password();
        return Race.numbers(count)
                .mapToObj(i -> {
                    add("race-" + i, password);
                    return HubSeat.signedIn(client, Race.inTurn(hubs, i), "race-" + i, password);
                })
                .toList();
    }

    private static String password() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void add(String name, String password) {
        Map<String, Object> person = Map.of("kind", "addPerson", "person", name, "role", "AGENT", "password", password);
        HubSeat.Said said = admin.command(with(person));
        if (said.isRefused() && said.body().path("refusal").asString().equals("PERSON_EXISTS")) {
            // left over from a race that was stopped
            remove(name);
            said = admin.command(with(person));
        }
        if (!said.isDone()) {
            throw new HubSeat.NotServed(admin.name() + " may not add people: " + said.body());
        }
        added.add(name);
    }

    /** All that were added. */
    void leave() {
        added.forEach(this::remove);
        added.clear();
    }

    private void remove(String name) {
        admin.command(with(Map.of("kind", "removePerson", "person", name)));
    }

    private static Map<String, Object> with(Map<String, Object> facts) {
        Map<String, Object> command = new java.util.HashMap<>(facts);
        command.put("id", Race.id());
        return command;
    }
}
