// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;

/** A customer has looked at a message of the business, written then and seen now. */
record Heard(String phone, Bubble.Words words, Instant written, Instant at) {}
