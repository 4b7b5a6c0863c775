// SPDX-License-Identifier: Apache-2.0
/** Tests of the room; start reading at {@link baton.whatsapp.GoldenPayloadsTest}. */
@NullMarked
package baton.whatsapp;

import org.jspecify.annotations.NullMarked;
