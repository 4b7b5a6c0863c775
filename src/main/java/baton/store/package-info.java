// SPDX-License-Identifier: Apache-2.0
/**
 * The journal and everything kept beside it, on H2 and PostgreSQL alike: plain JDBC, SQL in text blocks, one writer that
 * takes what waits into one transaction under the lock of the head row.
 *
 * <p>May import {@code domain}, {@code run}, {@code policy} (the folds) and {@code wire} (the event codec); the only room
 * that knows {@code java.sql}. Start reading at {@link baton.store.Journal}, {@link baton.store.Turn} and {@link
 * baton.store.Projector}.
 */
@NullMarked
package baton.store;

import org.jspecify.annotations.NullMarked;
