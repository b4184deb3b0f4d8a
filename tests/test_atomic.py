import threading

from factcheck.atomic import hold_folder


def test_a_folder_that_comes_and_goes_is_never_taken_for_another_thing(tmp_path):
    failed = []

    def hold_again_and_again():
        for _ in range(40):
            try:
                with hold_folder(tmp_path / "scratch"):
                    pass
            except OSError as error:
                failed.append(error)

    holders = [threading.Thread(target=hold_again_and_again) for _ in range(30)]
    for holder in holders:
        holder.start()
    for holder in holders:
        holder.join()
    assert failed == []
    assert list(tmp_path.iterdir()) == []
