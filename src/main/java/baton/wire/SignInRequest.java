// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import tools.jackson.databind.JsonNode;

/** Somebody wants to sign in, as it travels: {@code {"name":"mina","password":"…"}}. Never prints the password. */
public record SignInRequest(String name, String password) {
    /** Refuses what is missing or of the wrong sort with a {@link Malformed} that names the property. */
    public static SignInRequest read(JsonNode json) {
        Fields fields = new Fields(json);
        return new SignInRequest(fields.text("name"), fields.text("password"));
    }

    @Override
    public String toString() {
        return "SignInRequest[" + name + ", ***]";
    }
}
