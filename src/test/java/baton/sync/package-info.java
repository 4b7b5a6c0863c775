// SPDX-License-Identifier: Apache-2.0
/** The desk against a real hub, over a network that breaks. */
@org.jspecify.annotations.NullUnmarked
package baton.sync;
