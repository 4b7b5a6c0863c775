// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.PersonId;
import baton.domain.Role;
import baton.run.Secret;
import java.time.Instant;

/** A sign-in: who, with which role, and the token that proves it until it was unused for too long. Never prints the token. */
public record Pass(PersonId person, String displayName, Role role, Secret token, Instant expiresAt) {}
