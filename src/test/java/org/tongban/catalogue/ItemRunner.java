package org.tongban.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.tongban.places.OfficeKind;
import org.tongban.places.OfficeKinds;
import org.tongban.places.PlacesByRule;
import org.tongban.places.Regions;

/** For writers of service files: says what the product says to the files of a folder on the class path, without starting it. */
final class ItemRunner {

    private ItemRunner() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var regions = new Regions();
        var kinds = new OfficeKinds().all().stream().map(OfficeKind::key).collect(Collectors.toSet());
        OfficeFinder offices = PlacesByRule.offices(regions)::find;
        var examples = new ItemExamples();
        for (int i = 1; i < arguments.length; i++) {
            var id = arguments[i];
            System.out.println("== " + id);
            try {
                var read = ItemReader.read(id + ".yaml", Files.readString(folder.resolve(id + ".yaml")), "");
                var proof = new ItemProof(read, regions, offices);
                var faults = proof.faultsOfFile(kinds);
                faults.forEach(f -> System.out.println("   文件：" + f));
                if (faults.isEmpty()) {
                    var wrong = proof.faultsOfExamples(examples.of(id));
                    wrong.forEach(f -> System.out.println("   " + f));
                    var unvisited = proof.unvisited();
                    unvisited.forEach(f -> System.out.println("   覆盖：" + f));
                    System.out.println(wrong.isEmpty() && unvisited.isEmpty() ? "   好" : "");
                }
            } catch (RuntimeException e) {
                System.out.println("   "
                        + (e instanceof ItemFileRefused ? "" : e.getClass().getSimpleName() + "：") + e.getMessage());
            }
        }
    }
}
