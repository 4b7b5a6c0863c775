// SPDX-License-Identifier: Apache-2.0
/**
 * The rules of the house, checked by every build: which room may import which, where the clock and the database are touched, how
 * files look, that both languages say the same, and what licences ship. Start reading at {@link baton.house.RoomsTest}.
 */
@NullMarked
package baton.house;

import org.jspecify.annotations.NullMarked;
