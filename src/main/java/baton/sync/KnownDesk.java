// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.PersonId;
import java.time.Instant;

/** A desk that was used on this machine: hub, person and when last; offered at the next sign-in. */
public record KnownDesk(HubAddress hub, PersonId person, Instant lastUsed) {}
