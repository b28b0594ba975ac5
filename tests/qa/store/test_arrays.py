import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from qa.store.arrays import open_array, save_array

KINDS = st.sampled_from([np.int32, np.int64, np.uint8, np.float32])


@given(data=st.data(), kind=KINDS, shape=arrays.array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=9))
def test_arrays_come_back_and_are_plain_npy_files(tmp_path_factory, data, kind, shape):
    array = data.draw(arrays.arrays(kind, shape))
    path = tmp_path_factory.mktemp("a") / "a.npy"
    save_array(path, array)
    opened = open_array(path)
    assert (opened.dtype, opened.shape) == (array.dtype, array.shape)
    assert opened.tobytes() == array.tobytes() == np.load(path, allow_pickle=False).tobytes()
    assert array.size == 0 or not opened.flags.writeable


def test_arrays_in_another_order_are_stored_in_c_order(tmp_path):
    array = np.arange(6, dtype=np.float32).reshape(2, 3).T
    save_array(tmp_path / "a.npy", array)
    assert (open_array(tmp_path / "a.npy") == array).all()


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY\x01\x00", b"x" * 200])
def test_other_files_are_refused(tmp_path, content):
    (tmp_path / "a.npy").write_bytes(content)
    with pytest.raises(ValueError, match="no header of an array"):
        open_array(tmp_path / "a.npy")


def test_pickles_are_refused(tmp_path):
    np.save(tmp_path / "a.npy", np.array([{}], dtype=object), allow_pickle=True)
    with pytest.raises(ValueError, match="no header of an array"):
        open_array(tmp_path / "a.npy")


def test_a_file_cut_short_is_refused(tmp_path):
    save_array(tmp_path / "a.npy", np.zeros(100, np.int64))
    whole = (tmp_path / "a.npy").read_bytes()
    (tmp_path / "a.npy").write_bytes(whole[:-8])
    with pytest.raises(ValueError, match=r"greater than file size|length"):
        open_array(tmp_path / "a.npy")
