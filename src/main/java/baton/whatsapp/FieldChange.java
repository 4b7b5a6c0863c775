// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

/** One element of {@code changes[]}, with the entry it lies in. */
record FieldChange(Fields entry, String field, Fields value) {}
