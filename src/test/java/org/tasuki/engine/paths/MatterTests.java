package org.tasuki.engine.paths;

@StoryTest
class MatterTests extends MatterStories {}
