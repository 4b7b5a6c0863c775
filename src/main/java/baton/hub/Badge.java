// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Person;
import java.time.Instant;

/** Somebody who is signed in. {@code desk}: names this sign-in among all others, is not its token. */
record Badge(Person person, String desk, Instant expiresAt) {}
