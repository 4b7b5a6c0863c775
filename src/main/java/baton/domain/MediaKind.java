// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** What sort of file a message carries. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    VOICE,
    DOCUMENT,
    STICKER
}
