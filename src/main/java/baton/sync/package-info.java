// SPDX-License-Identifier: Apache-2.0
/**
 * The console's side of the wire: one signed-in desk with its replica of the hub's state, its drafts and its outbox. Knows
 * no screen, so that it runs headless too.
 *
 * <p>May import {@code domain}, {@code run}, {@code policy}, {@code wire} and {@code store}. Start reading at {@link
 * baton.sync.Workspace}, then {@code Poller} and {@code Outbox}.
 */
@NullMarked
package baton.sync;

import org.jspecify.annotations.NullMarked;
