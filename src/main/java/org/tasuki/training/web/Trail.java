package org.tasuki.training.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a reader came into a process that others call, and how they look at it; all of it stands in the address, so that a link shows
 * somebody else the same.
 *
 * @param sites where it was entered, the outermost first
 */
record Trail(List<Site> sites, boolean presenter) {

    static final String PRESENTER = "presenter";

    private static final int DEEPEST = 8;
    private static final String SITE = "[a-z][a-z-]{0,59}\\.\\w{1,100}";

    /** A call of another process. */
    record Site(String process, String step) {}

    /** What is no way in is left out. */
    static Trail read(String from, String view) {
        List<Site> sites = Arrays.stream(from.split(","))
                .filter(site -> site.matches(SITE))
                .limit(DEEPEST)
                .map(site -> site.split("\\."))
                .map(parts -> new Site(parts[0], parts[1]))
                .toList();
        return new Trail(sites, view.equals(PRESENTER));
    }

    Trail into(String process, String step) {
        Site site = new Site(process, step);
        List<Site> deeper =
                Stream.concat(sites.stream(), Stream.of(site)).limit(DEEPEST).toList();
        return new Trail(deeper, presenter);
    }

    /** The way that leads to the place from which it was entered this many levels below the outermost. */
    Trail upTo(int level) {
        return new Trail(sites.subList(0, level), presenter);
    }

    Optional<Site> entrance() {
        return sites.isEmpty() ? Optional.empty() : Optional.of(sites.get(sites.size() - 1));
    }

    Trail shown(boolean toPresenter) {
        return new Trail(sites, toPresenter);
    }

    String address(String process) {
        return TrainingController.WALK + "/" + process + query();
    }

    String address(String process, String step) {
        return TrainingController.WALK + "/" + process + "/" + step + query();
    }

    private String query() {
        String from =
                sites.stream().map(site -> site.process() + "." + site.step()).collect(Collectors.joining(","));
        String query = Stream.of(from.isEmpty() ? "" : "from=" + from, presenter ? "view=" + PRESENTER : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
