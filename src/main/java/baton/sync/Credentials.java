// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Role;
import baton.run.Secret;
import baton.store.DeskFile;
import baton.store.DeskFile.Change;
import baton.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is signed in at this desk, with the token kept in the encrypted desk file if that is wished. Safe from any thread. */
final class Credentials {
    private static final String KIND = "sign-in";

    private record Known(String displayName, Role role) {}

    private record Kept(String token, Instant expiresAt) {}

    private final DeskFile file;
    private final boolean remember;
    private volatile Optional<Secret> token;
    private volatile Role role;

    private Credentials(DeskFile file, boolean remember, Optional<Secret> token, Role role) {
        this.file = file;
        this.remember = remember;
        this.token = token;
        this.role = role;
    }

    /** With a fresh sign-in if there is one, else with what is remembered. */
    static Credentials open(DeskFile file, boolean remember, Optional<Pass> fresh) {
        var kept = file.all(KIND);
        Optional<Secret> token = Optional.ofNullable(kept.get("token")).map(body -> new Secret(word(body, "token")));
        Role role = Optional.ofNullable(kept.get("person"))
                .map(body -> Role.valueOf(word(body, "role")))
                .orElse(Role.AGENT);
        Credentials credentials = new Credentials(file, remember, token, role);
        fresh.ifPresent(credentials::take);
        return credentials;
    }

    /** By hand: a window waits for it, and Jackson would examine the type first. */
    private static String word(String body, String name) {
        return Json.MAPPER.readTree(body).path(name).stringValue();
    }

    Optional<Secret> token() {
        return token;
    }

    Role role() {
        return role;
    }

    synchronized void take(Pass pass) {
        List<Change> changes = new ArrayList<>();
        changes.add(put("person", new Known(pass.displayName(), pass.role())));
        if (remember) {
            changes.add(put("token", new Kept(pass.token().reveal(), pass.expiresAt())));
        }
        file.write(changes);
        role = pass.role();
        token = Optional.of(pass.token());
    }

    /** That token is worth nothing any more. False when it is not the one of now. */
    synchronized boolean forget(Optional<Secret> worthless) {
        if (!token.equals(worthless)) {
            return false;
        }
        if (token.isPresent()) {
            token = Optional.empty();
            file.write(List.of(new Change.Remove(KIND, "token")));
        }
        return true;
    }

    private static Change put(String name, Object body) {
        return new Change.Put(KIND, name, Json.MAPPER.writeValueAsString(body));
    }
}
