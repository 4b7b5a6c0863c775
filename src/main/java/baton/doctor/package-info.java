// SPDX-License-Identifier: Apache-2.0
/**
 * Looks a set-up over before and after it goes live: settings, token, number, account, webhook, database, disk, one finding a check.
 * Changes nothing anywhere.
 *
 * <p>May import domain, run, store and whatsapp. Start reading at {@link baton.doctor.Doctor}.
 */
@NullMarked
package baton.doctor;

import org.jspecify.annotations.NullMarked;
