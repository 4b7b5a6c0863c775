// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** An event of a kind that this release does not know, kept word for word. */
public record UnknownEvent(String kind, String raw) implements Event {}
