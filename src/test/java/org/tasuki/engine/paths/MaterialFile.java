package org.tasuki.engine.paths;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A file of courses as another office might make it, in order until something in it is changed. */
final class MaterialFile {

    private final Map<String, String> files = new LinkedHashMap<>();

    private MaterialFile() {}

    static MaterialFile whole() {
        MaterialFile file = new MaterialFile();
        file.files.put("tasuki-courses.yaml", "format: 1\ncourses: [our-school]\n");
        file.files.put(
                "courses/our-school.yaml",
                """
                audience: school
                name: { ja: 本市の教職員研修, en: Our own course }
                about: { ja: 本市の連絡先です。, en: Whom to call here. }
                units:
                  - key: whom
                    text: whom
                    name: { ja: 連絡先, en: Whom to call }
                    minutes: 5
                  - key: asked
                    questions: our-questions
                    name: { ja: 確かめる, en: Questions }
                    minutes: 5
                  - key: walk
                    walkthrough: closing
                    name: { ja: たどる, en: Walk }
                    minutes: 5
                  - key: practise
                    practice: school-neglect
                    name: { ja: 演習, en: Practise }
                    minutes: 60
                """);
        file.files.put("courses/texts/whom.ja.md", "# 連絡先\n\n教育委員会の内線は*表*のとおりです。\n");
        file.files.put("courses/texts/whom.en.md", "# Whom to call\n\nSee the *list*.\n");
        file.files.put(
                "courses/questions/our-questions.yaml",
                """
                process: closing
                questions:
                  first:
                    kind: single
                    text: { ja: 本市では、まず誰に電話しますか。, en: Whom do you call first? }
                    options: { a: { ja: 児童相談所, en: The center }, b: { ja: 誰にも, en: Nobody } }
                    answer: [a]
                    why: { ja: 本市の決まりです。, en: So it is agreed. }
                  second:
                    kind: mark
                    text: { ja: 提案する段階はどれですか。, en: Mark the proposal. }
                    answer: [proposeClosing]
                    why: { ja: 担当者です。, en: The officer. }
                """);
        return file;
    }

    /** @throws AssertionError when the text is not there */
    MaterialFile change(String name, String text, String other) {
        String was = files.getOrDefault(name, "");
        if (!was.contains(text)) {
            throw new AssertionError(name + " has no " + text);
        }
        return with(name, was.replace(text, other));
    }

    MaterialFile with(String name, String content) {
        files.put(name, content);
        return this;
    }

    MaterialFile without(String name) {
        files.remove(name);
        return this;
    }

    byte[] zip() {
        return zip(files);
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    static Map<String, String> unzip(byte[] zip) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }
}
