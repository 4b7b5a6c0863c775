// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;

/** One stored file. {@code usableUntil}: uploads live 30 days, customers' files 7 (Cloud API 5.1). */
record MediaItem(String id, String mimeType, String fileName, Bytes bytes, Instant usableUntil) {}
