package org.tasuki.courses;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.tasuki.terms.Text;
import org.tasuki.training.FaultyStory;
import org.tasuki.training.TrainingFile;

/** Some courses as they go between offices: their files, and a manifest that says which courses they are. */
@Component
class MaterialPackage {

    /** Of the manifest; another one is another way of writing courses. */
    private static final int FORMAT = 1;

    private static final int COURSES_MOST = 50;

    private final MaterialCheck check;

    MaterialPackage(MaterialCheck check) {
        this.check = check;
    }

    private record Manifest(@Nullable Integer format, @Nullable List<@Nullable String> courses) {}

    /** Every file of theirs, the manifest among them. */
    static Map<String, String> of(List<Material> materials) {
        Map<String, String> files = new TreeMap<>();
        materials.forEach(material -> files.putAll(material.files()));
        files.put(
                MaterialZip.MANIFEST,
                materials.stream()
                        .map(material -> "  - " + material.course().key() + "\n")
                        .collect(Collectors.joining("", "format: " + FORMAT + "\ncourses:\n", "")));
        return files;
    }

    /** @throws NotAccepted with everything that is wrong: nothing of it is taken then */
    List<Material> read(Map<String, String> files) throws NotAccepted {
        List<Text> problems = new ArrayList<>();
        List<Material> materials = new ArrayList<>();
        Set<String> left = new TreeSet<>(files.keySet());
        left.remove(MaterialZip.MANIFEST);
        for (String course : courses(files)) {
            try {
                Material material = own(Material.read(course, files));
                left.removeAll(material.files().keySet());
                problems.addAll(check.problems(material));
                materials.add(material);
            } catch (FaultyStory faulty) {
                left.remove(Material.definition(course));
                problems.add(faulty.reason());
            }
        }
        if (problems.isEmpty()) {
            left.forEach(
                    name -> problems.add(new Text(name + ": どのコースからも使われていません", name + ": no course refers to it")));
        }
        if (!problems.isEmpty()) {
            throw new NotAccepted(problems);
        }
        return materials;
    }

    private static Material own(Material all) {
        Set<String> names = Material.names(all.course());
        return new Material(
                all.course(),
                all.files().entrySet().stream()
                        .filter(file -> names.contains(file.getKey()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Those of its manifest. */
    static Set<String> courses(Map<String, String> files) throws NotAccepted {
        String written = files.get(MaterialZip.MANIFEST);
        if (written == null) {
            throw new NotAccepted(
                    MaterialZip.MANIFEST + " がありません。教材のファイルではないようです。",
                    MaterialZip.MANIFEST + " is missing. This seems to be no course material.");
        }
        try {
            return listed(written);
        } catch (FaultyStory faulty) {
            throw new NotAccepted(List.of(faulty.reason()));
        }
    }

    private static Set<String> listed(String written) {
        TrainingFile file = new TrainingFile(MaterialZip.MANIFEST);
        Manifest manifest = file.open(new ByteArrayResource(written.getBytes(StandardCharsets.UTF_8)), Manifest.class);
        if (file.given("format", manifest.format()) != FORMAT) {
            throw file.wrong("format", new Text("は 1 だけを読めます", "can be read where it is 1"));
        }
        Set<String> courses = new TreeSet<>();
        for (String course : file.given("courses", manifest.courses())) {
            if (!Material.isKey(file.line("courses", course))) {
                throw file.wrong("courses", new Text("は英小文字と数字とハイフンです", "are of small letters, digits and hyphens"));
            }
            if (!courses.add(course)) {
                throw file.wrong("courses", new Text("に同じものが二度あります", "says something twice"));
            }
        }
        if (courses.isEmpty() || courses.size() > COURSES_MOST) {
            throw file.wrong("courses", new Text("は1個から50個までです", "are from 1 to 50"));
        }
        return courses;
    }
}
