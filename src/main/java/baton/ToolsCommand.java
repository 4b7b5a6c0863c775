// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.sync.DeskTool;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** {@code baton tools}: looks at Baton from outside, without a screen. */
final class ToolsCommand {

    private ToolsCommand() {}

    /** What the tool answers; 2 for a word that is not understood. */
    static int run(String[] args) {
        List<String> words = Arrays.asList(args);
        if (words.isEmpty() || words.contains("--help")) {
            System.out.print(CheckCommand.USAGE + "\n" + BackupCommand.USAGE + "\n" + RestoreCommand.USAGE + "\n"
                    + DeskTool.USAGE + "\n" + RaceCommand.USAGE);
            return 0;
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "check" -> CheckCommand.run(rest, System.getenv());
            case "desk" -> desk(rest);
            case "backup" -> BackupCommand.run(rest, System.getenv());
            case "restore" -> RestoreCommand.run(rest, System.getenv());
            case "race" -> RaceCommand.run(rest, System.getenv());
            default -> {
                System.err.println("baton tools: there is no '" + words.getFirst()
                        + "'; there are check, backup, restore, desk and race");
                yield 2;
            }
        };
    }

    private static int desk(List<String> words) {
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new DeskTool(InstantSource.system(), commands, System.out).run(words, System.getenv());
    }
}
